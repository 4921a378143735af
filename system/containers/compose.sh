# shellcheck shell=bash
# Read by the scripts beside it: which compose to call, from anywhere. PARLEY_COMPOSE names another, with words such as
# `docker compose -p chat -f docker-compose.yml -f mine.yml`.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cd "$root" || exit
if [ -n "${PARLEY_COMPOSE:-}" ]; then
    read -r -a compose_words <<<"$PARLEY_COMPOSE"
elif docker compose version >/dev/null 2>&1; then
    compose_words=(docker compose)
else
    compose_words=(docker-compose)
fi
compose() { "${compose_words[@]}" "$@"; }

say() { printf '%s %s\n' "$(date -u +%H:%M:%S)" "$*"; }
fail() { say "$*" >&2; exit 1; }

# The services of this name and its further instances that were added by hand (chat-service, chat-service-3).
# Those that run.
services_like() {
    local service
    for service in $(compose ps --services | grep -E "^$1(-|\$)" | sort -u); do
        [ -z "$(compose ps -q "$service")" ] || echo "$service"
    done
}

# A backup or restore of the container's databases is none where the services use others.
require_own_postgres() {
    if ! compose config | grep -q 'jdbc:postgresql://postgres:'; then
        fail "The services use a PostgreSQL elsewhere (PARLEY_CHAT_DB_URL): save and restore it there, see docs/operations.md."
    fi
}
