#!/usr/bin/env bash
# Saves everything that cannot be made again to a new folder: both databases and the keys that sign tokens. Parley goes on
# meanwhile.
#
#     system/containers/backup.sh FOLDER
#
# The folder holds password hashes, messages and a private key: keep it as you keep those. Between two backups
# PostgreSQL's own archive of its log loses less; see docs/operations.md.
set -euo pipefail
umask 077
# Where the caller stands, not where compose does.
folder=$(realpath -m "${1:?Which folder? system/containers/backup.sh FOLDER}")
# shellcheck source=system/containers/compose.sh
. "$(dirname "${BASH_SOURCE[0]}")/compose.sh"
require_own_postgres
[ ! -e "$folder" ] || fail "$folder is there already: a backup never overwrites another."

dump() {
    say "database parley_$1"
    compose exec -T postgres pg_dump --username=postgres --format=custom "parley_$1" >"$folder/parley_$1.dump"
}
mkdir -p "$folder"
# Chat first: whoever is named there is in the later dump of people too.
dump chat
dump users
say "signing keys"
compose run --rm --no-deps -T --entrypoint tar secrets -C /secrets/keys -cf - . >"$folder/keys.tar"
(cd "$folder" && sha256sum parley_chat.dump parley_users.dump keys.tar >SHA256SUMS)
say "saved in $folder"
