#!/bin/sh
# The keys that sign tokens: `keys.sh list`, `rotate` or `withdraw KEY`, in a container of user-service, which has their
# directory and may write there. See docs/operations.md.
set -eu
application=$(echo /config/apps/*.war)
# Small, beside the service in the same memory limit.
exec "$JAVA_HOME/bin/java" -Xmx64m -XX:+UseSerialGC -cp "$application/WEB-INF/classes:/config/lib/*" \
    org.parley.users.key.KeysCommand "$@"
