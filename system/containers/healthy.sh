#!/bin/bash
# Whether the service on this port is ready. By bash alone: the images have no other HTTP client for certain.
exec 3<>"/dev/tcp/127.0.0.1/$1" || exit 1
printf 'GET /health/ready HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3
IFS= read -r -t 2 status <&3
[[ $status == *" 200 "* ]]
