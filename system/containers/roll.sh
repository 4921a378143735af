#!/usr/bin/env bash
# Puts the images of now in place of those that run, without anybody losing anything: migrations, then user-service,
# then chat-service and what was added to it by hand, one container after another, then nginx. The new one is ready
# before an old one is asked to go; a chat instance sends its clients to the others first (docs/decisions/0018).
#
#     system/containers/roll.sh                  upgrade or restart everything of Parley
#     system/containers/roll.sh chat-service     only this service, without migrations
#
# A new container that does not become ready is removed again, and everything stays as it was from there on.
set -euo pipefail
# shellcheck source=system/containers/compose.sh
. "$(dirname "${BASH_SOURCE[0]}")/compose.sh"

# A service is ready 15 to 45 s after its start on two cores.
ready_within=180
# Of a drain, 21 s at most, and as in docker-compose.yml.
grace=30

new=
trap '[ -z "$new" ] || docker rm -f "$new" >/dev/null 2>&1' EXIT # one that nobody waits for any more

state() { docker inspect --format '{{.State.Status}} {{with .State.Health}}{{.Status}}{{end}}' "$1"; }

await_ready() {
    local until=$((SECONDS + ready_within))
    while ((SECONDS < until)); do
        case $(state "$1") in
            "running healthy") return 0 ;;
            exited* | dead*) return 1 ;;
        esac
        sleep 1
    done
    return 1
}

roll() {
    local service=$1 olds old before said
    # Stopped ones would be started instead of new ones, with the image they had.
    compose rm --force "$service" >/dev/null 2>&1 || true
    mapfile -t olds < <(compose ps -q "$service")
    ((${#olds[@]})) || fail "No container of $service runs: start it by 'compose up -d'."
    for old in "${olds[@]}"; do
        before=$(compose ps -q "$service" | sort)
        # Existing ones stay as they are; the one that is added has the new image.
        said=$(compose up -d --no-deps --no-recreate --scale "$service=$((${#olds[@]} + 1))" "$service" 2>&1) \
            || fail "compose could not add a container of $service: $said"
        new=$(comm -13 <(echo "$before") <(compose ps -q "$service" | sort))
        [ -n "$new" ] || fail "compose added no container of $service: $said"
        if ! await_ready "$new"; then
            docker logs --tail 20 "$new" >&2 || true
            fail "The new $service is not ready after $ready_within s; the old ones go on. Its last lines are above."
        fi
        say "$service: ${new:0:12} in place of ${old:0:12}"
        new=
        docker stop -t "$grace" "$old" >/dev/null
        docker rm "$old" >/dev/null
    done
}

case $# in
    0)
        say "migrations"
        compose run --rm --no-deps user-migrations
        compose run --rm --no-deps chat-migrations
        roll user-service
        for service in $(services_like chat-service); do roll "$service"; done
        # One listens on a port: who is connected comes back within two seconds.
        compose up -d --no-deps nginx
        ;;
    *) for service in "$@"; do roll "$service"; done ;;
esac
say "done"
