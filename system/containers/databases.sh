#!/bin/sh
# Makes the two databases, each owned by the role of its service, when PostgreSQL starts on an empty volume (run by the
# image's entry point). For a PostgreSQL of your own: docs/operations.md.
set -eu
for name in users chat; do
    # On standard input, so that no password is seen in a list of processes or written to the log.
    psql --quiet --no-psqlrc --set ON_ERROR_STOP=1 --username postgres --dbname postgres <<SQL
create role parley_$name login password '$(cat "/run/secrets/parley/$name")';
create database parley_$name owner parley_$name;
revoke all on database parley_$name from public;
SQL
done
