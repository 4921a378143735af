#!/bin/sh
# Makes every password of the installation, once; a job that runs before everything else. Each consumer has a volume of
# its own with only what it needs, readable by its user alone. What is there stays, so this may run at every start.
#
# A password is changed by deleting its file and running `compose up` again, for PostgreSQL's roles with an
# `alter role` before: see docs/operations.md.
set -eu
umask 077

# 32 random bytes; letters and digits only, so that no file or URL needs quoting.
generate() { head -c 32 /dev/urandom | od -An -tx1 | tr -d ' \n'; }

# $1: where the value is kept, $2: a value to begin with, generated if empty.
keep() {
    [ -s "$1" ] || printf '%s' "${2:-$(generate)}" >"$1"
}

# $1: from, $2…: to. Copies are made anew each time, so that they follow.
copy() {
    from=$1
    shift
    for to in "$@"; do cp "$from" "$to"; done
}

# The one place where each exists first; the others have copies.
all=/secrets/all
keep $all/postgres-superuser
keep $all/postgres-users
keep $all/postgres-chat
keep $all/redis-chat
keep $all/service-credential
keep $all/keystore-users
keep $all/keystore-chat
keep $all/grafana-admin "${GRAFANA_ADMIN_PASSWORD:-}"

copy $all/postgres-superuser /secrets/postgres/superuser
copy $all/postgres-users /secrets/postgres/users /secrets/user-service/PARLEY_DB_PASSWORD
copy $all/postgres-chat /secrets/postgres/chat /secrets/chat-service/PARLEY_DB_PASSWORD
copy $all/service-credential /secrets/user-service/PARLEY_SERVICE_CREDENTIAL /secrets/chat-service/PARLEY_SERVICE_CREDENTIAL
copy $all/keystore-users /secrets/user-service/keystore_password
copy $all/keystore-chat /secrets/chat-service/keystore_password
copy $all/redis-chat /secrets/redis/chat /secrets/chat-service/PARLEY_REDIS_PASSWORD
copy $all/grafana-admin /secrets/grafana/admin
sed "s/PASSWORD/$(cat $all/redis-chat)/" /parley/redis.acl.template >/secrets/redis/users.acl

# The users of the images: Open Liberty, PostgreSQL and Redis (both 999), Grafana.
chown -R 1001:0 /secrets/user-service /secrets/chat-service
chown -R 999:999 /secrets/postgres /secrets/redis
chown -R 472:0 /secrets/grafana
# user-service writes the key that signs tokens there itself.
chown 1001:0 /secrets/keys
chmod 700 /secrets/keys
for folder in user-service chat-service postgres redis grafana; do chmod 500 /secrets/$folder; done
echo "the passwords of this installation are in place"
