#!/usr/bin/env bash
# Builds the three images of Parley from artifacts made by this machine's Maven, so that the Docker engine needs no
# network but for the images they build on.
#
#     system/containers/images.sh TAG            of this checkout
#     system/containers/images.sh TAG COMMIT     of another commit, for an upgrade from it; one that is older than its
#                                                Dockerfiles gets those of this checkout
set -euo pipefail
cd "$(dirname "$0")/../.."
tag=${1:?Which tag? images.sh TAG [COMMIT]}
export DOCKER_BUILDKIT=${DOCKER_BUILDKIT:-0} # Debian's engine has no other builder

tree=$PWD
if [ $# -gt 1 ]; then
    tree=$(mktemp -d)
    trap 'git worktree remove --force "$tree"' EXIT
    git worktree add --quiet --detach "$tree" "$2"
    if [ ! -e "$tree/chat-service/Dockerfile" ]; then
        cp .dockerignore "$tree/"
        cp -r system/containers "$tree/system/"
        for part in user-service chat-service nginx; do cp "$part/Dockerfile" "$tree/$part/"; done
        cp -r liberty-config "$tree/"
        cp -r nginx/conf nginx/edge.sh "$tree/nginx/"
        # Such a service migrates its schema itself, when it starts.
        printf '#!/bin/sh\n' >"$tree/system/containers/migrate.sh"
    fi
fi
cd "$tree"
./mvnw -q -Prun package -pl user-service,chat-service,nginx -am
for part in user-service chat-service nginx; do
    log=$(docker build --build-arg PARLEY_ARTIFACTS=prebuilt --file "$part/Dockerfile" --tag "parley/$part:$tag" . 2>&1) \
        || { echo "$log" >&2; exit 1; }
    echo "parley/$part:$tag"
done
