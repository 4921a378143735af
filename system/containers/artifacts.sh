#!/bin/sh
# Makes what the images are built from: the applications, their libraries and the browser client. Called in the build
# stage of the Dockerfiles, which begin alike, so that one build serves all three.
#
#     artifacts.sh build       from the sources; needs network to Maven Central
#     artifacts.sh prebuilt    takes what `./mvnw -Prun package -pl user-service,chat-service,nginx -am` left in the
#                              checkout; needs no network
set -eu
cd "$(dirname "$0")/../.."

case ${1:-} in
    build)
        ./mvnw --batch-mode --no-transfer-progress --quiet -Prun clean package -pl user-service,chat-service,nginx -am
        ;;
    prebuilt)
        for made in target/liberty/usr/servers/user-service/apps/user-service.war \
                    target/liberty/usr/servers/chat-service/apps/chat-service.war nginx/target/www/index.html; do
            [ -e "$made" ] || { echo "$made is not there: build it before, see system/containers/artifacts.sh" >&2; exit 1; }
        done
        ;;
    *)
        echo "PARLEY_ARTIFACTS must be build or prebuilt" >&2
        exit 1
        ;;
esac

# An application as a folder: the program that migrates a schema finds its classes there, and Liberty need not unpack it.
for service in user-service chat-service; do
    apps=target/liberty/usr/servers/$service/apps
    mkdir -p "$apps/expanded/$service.war"
    (cd "$apps/expanded/$service.war" && jar -xf "../../$service.war")
done
