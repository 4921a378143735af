#!/bin/sh
# Brings the schema of this image's service up to date and ends; a job of one run, before services of this version start.
set -eu
application=$(echo /config/apps/*.war)
exec "$JAVA_HOME/bin/java" -cp "$application/WEB-INF/classes:/config/lib/*:/config/jdbc/*" \
    org.parley.contract.schema.SchemaJob
