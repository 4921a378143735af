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
