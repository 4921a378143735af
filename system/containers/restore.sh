#!/usr/bin/env bash
# Puts a backup in the place of what the databases hold now, which is lost. People are kept out for as long as it takes;
# afterwards their clients notice that history is another (a new epoch) and read their rooms anew.
#
#     system/containers/restore.sh FOLDER --yes
set -euo pipefail
folder=$(realpath -e "${1:?Which folder? system/containers/restore.sh FOLDER --yes}")
# shellcheck source=system/containers/compose.sh
. "$(dirname "${BASH_SOURCE[0]}")/compose.sh"
require_own_postgres
postgres=$(compose ps -q postgres)
project=$(docker inspect --format '{{index .Config.Labels "com.docker.compose.project"}}' "$postgres")
[ "${2:-}" = --yes ] \
    || fail "This replaces all people, rooms and messages of the project '$project' by those of $folder. Say --yes to go on."
(cd "$folder" && sha256sum --check --quiet SHA256SUMS) || fail "The backup is damaged; nothing was changed."

sql() { compose exec -T postgres psql --username=postgres --no-psqlrc --quiet --set ON_ERROR_STOP=1 "$@"; }

# Beside the database that is there, so that a dump that cannot be read costs nothing.
load() {
    say "database parley_$1, project $project"
    sql --dbname=postgres <<SQL
drop database if exists parley_$1_restored with (force);
create database parley_$1_restored owner parley_$1;
revoke all on database parley_$1_restored from public;
SQL
    compose exec -T postgres pg_restore --username=postgres --dbname="parley_$1_restored" --exit-on-error \
        --single-transaction <"$folder/parley_$1.dump"
    # Numbers that were given out since the backup are never given to somebody else: clients and tokens still know them.
    # Far more than anybody gives out between two backups.
    sql --dbname="parley_$1_restored" <<'SQL'
select setval(format('%I.%I', schemaname, sequencename), coalesce(last_value, 0) + 1000000)
from pg_sequences \g /dev/null
SQL
}
load users
load chat
say "a new epoch: clients that saw what the backup lacks begin their rooms anew"
sql --dbname=parley_chat_restored --command 'update epoch set id = gen_random_uuid(), renewed_at = clock_timestamp()'

say "services stop: nobody may write, or see half of it"
mapfile -t services < <(services_like chat-service; services_like user-service)
mapfile -t containers < <(compose ps -q nginx "${services[@]}")
trap 'say "Not restored to the end: the services are stopped. Call this again, or start them: docker start ${containers[*]}" >&2' ERR
docker stop -t 30 "${containers[@]}" >/dev/null # as docker-compose.yml lets a drain take
for name in users chat; do
    sql --dbname=postgres <<SQL
drop database parley_$name with (force);
alter database parley_${name}_restored rename to parley_$name;
SQL
done
say "signing keys"
# A next key of a rotation that the backup does not know would go on signing.
compose run --rm --no-deps -T --entrypoint sh secrets -c 'rm -f /secrets/keys/next-key.json && tar -C /secrets/keys -xf -' <"$folder/keys.tar"
say "services start"
docker start "${containers[@]}" >/dev/null
say "restored from $folder"
