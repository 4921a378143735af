#!/bin/bash
# The edge in a container: nginx with the configuration in conf/ beside this file, kept in step with the addresses that
# DNS gives for the services' names, and with the certificate. Needs bash, coreutils, getent, envsubst and nginx, no
# rights, and one writable folder. What can be set: README.md.
#
#     edge.sh           nginx in the foreground, until SIGTERM
#     edge.sh health    whether it answers
set -u -o pipefail
umask 077                              # the folder holds a copy of the certificate's key

home=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd) || exit
run=${PARLEY_RUN_DIR:-/run/parley}
interval=${PARLEY_DNS_INTERVAL:-2}     # seconds: a new instance gets work, and a dead one none, about so much later
tls=${PARLEY_TLS_DIR:-/etc/parley/tls}
chat_hosts=${PARLEY_CHAT_HOSTS:-chat-service}
user_hosts=${PARLEY_USER_HOSTS:-user-service}

# What the templates name besides the addresses.
export PARLEY_ORIGIN_PORT=${PARLEY_ORIGIN_PORT:-8080}
export PARLEY_ORIGIN_TLS_PORT=${PARLEY_ORIGIN_TLS_PORT:-8443}
export PARLEY_ORIGIN_GRPC_PORT=${PARLEY_ORIGIN_GRPC_PORT:-50051}
export PARLEY_ORIGIN_METRICS_PORT=${PARLEY_ORIGIN_METRICS_PORT:-8082}
export PARLEY_WWW=${PARLEY_WWW:-$home/www}
export PARLEY_ACCESS_LOG=${PARLEY_ACCESS_LOG:-/dev/stdout}
export PARLEY_LOG_FORMAT=${PARLEY_LOG_FORMAT:-simple}
export PARLEY_TLS_DIR=tls              # beside nginx.conf, where the copy is
export PARLEY_USER_UPSTREAMS PARLEY_USER_GRPC_UPSTREAMS PARLEY_CHAT_UPSTREAMS PARLEY_CHAT_GRPC_UPSTREAMS

nginx=(nginx -e stderr -p "$run")
declare -A known                       # name -> its last addresses
certificate=                           # of the last one seen; none: plain HTTP
unreadable=                            # one is there that cannot be read, and that was told
used_addresses= used_certificate= used_chat= used_user= # what nginx runs with
refused=                               # what it would not
reloads=-1                             # how often it was told of something new; the start is none

say() {
    printf '%s edge: %s\n' "$(date -u +%FT%TZ)" "$*" >&2
}

# The addresses of these names into $found, sorted. A name that DNS does not know at the moment keeps those it had.
resolve() {
    local name answer
    for name in "$@"; do
        # 2 s: a resolver that hangs must keep neither a new certificate nor SIGTERM waiting for long
        answer=$(timeout 2 getent ahostsv4 "$name" | cut -d ' ' -f 1 | sort -u) && known[$name]=$answer
    done
    found=$(for name in "$@"; do echo "${known[$name]-}"; done | grep . | sort -u)
}

# A link that leads nowhere counts: somebody means a certificate by it.
there() { [ -e "$1" ] || [ -L "$1" ]; }

# Looks at everything that can change.
look() {
    local sum
    # shellcheck disable=SC2086 # names, separated by spaces
    resolve $chat_hosts
    chat=$found
    # shellcheck disable=SC2086
    resolve $user_hosts
    user=$found
    addresses="chat $(echo $chat), user $(echo $user)"
    # One that is gone is no reason to go on without encryption, and neither is one that cannot be read.
    if sum=$(cat "$tls/fullchain.pem" "$tls/privkey.pem" 2>/dev/null | sha256sum); then
        certificate=$sum
        [ -z "$unreadable" ] || { unreadable=''; report; }
    elif [ -z "$unreadable" ] && { there "$tls/fullchain.pem" || there "$tls/privkey.pem"; }; then
        unreadable=yes
        [ -z "$used_addresses" ] || report
        say "fullchain.pem and privkey.pem in $tls cannot both be read by user $(id -u)${certificate:+; the certificate stays as it was}"
    fi
}

# A server line for each of these addresses at this port. One failure puts an instance aside for 2 s, so that it costs one
# client the second that proxy_connect_timeout waits and not everybody; by then DNS has usually dropped it.
servers() {
    local address
    if [ -z "$2" ]; then
        echo "server 127.0.0.1:$1 down; # nginx wants one; all calls are answered 503"
    fi
    for address in $2; do
        echo "server $address:$1 max_fails=1 fail_timeout=2s;"
    done
}

# Writes the configuration to next/, with the certificate in this folder, or none; whether nginx takes it.
prepare() {
    local site=$home/conf/server.conf.template names template
    rm -rf "$run/next"
    mkdir "$run/next" && cp "$home"/conf/*.conf "$run/next" || return
    if [ -n "$1" ]; then
        site=$home/conf/tls/server.conf.template
        mkdir "$run/next/tls"
        told=$(cp "$1/fullchain.pem" "$1/privkey.pem" "$run/next/tls" 2>&1) || return
    fi
    PARLEY_USER_UPSTREAMS=$(servers "${PARLEY_USER_PORT:-9080}" "$user")
    PARLEY_USER_GRPC_UPSTREAMS=$(servers "${PARLEY_USER_GRPC_PORT:-9980}" "$user")
    PARLEY_CHAT_UPSTREAMS=$(servers "${PARLEY_CHAT_PORT:-9081}" "$chat")
    PARLEY_CHAT_GRPC_UPSTREAMS=$(servers "${PARLEY_CHAT_GRPC_PORT:-9981}" "$chat")
    names=$(printf '${%s} ' "${!PARLEY_@}") # nginx's own variables stay
    for template in "$home"/conf/{log,upstreams}.conf.template "$site" "$home"/conf/{grpc,metrics}/*.template; do
        envsubst "$names" <"$template" >"$run/next/$(basename "$template" .template)" || return
    done
    told=$("${nginx[@]}" -t -q -c "$run/next/nginx.conf" 2>&1)
}

# The end of the certificate that is used, in seconds since 1970; nothing where there is none, or no openssl to read it.
expiry() {
    local end
    end=$(openssl x509 -noout -enddate -in "$run/conf/tls/fullchain.pem" 2>/dev/null) && date -d "${end#*=}" +%s
}

# Writes what conf/metrics shows.
report() {
    local end
    {
        echo '# HELP edge_upstream_addresses Addresses of a service that requests are sent to.'
        echo '# TYPE edge_upstream_addresses gauge'
        echo "edge_upstream_addresses{service=\"chat\"} $(wc -w <<<"$used_chat")"
        echo "edge_upstream_addresses{service=\"user\"} $(wc -w <<<"$used_user")"
        echo '# HELP edge_reloads_total How often nginx took over other addresses or another certificate.'
        echo '# TYPE edge_reloads_total counter'
        echo "edge_reloads_total $reloads"
        echo '# HELP edge_refused 1 while nginx does not take what DNS and the certificate are now, and goes on with the last it took.'
        echo '# TYPE edge_refused gauge'
        echo "edge_refused $([ -z "$refused$unreadable" ]; echo $?)"
        if end=$(expiry); then
            echo '# HELP edge_certificate_expiry_timestamp_seconds When the certificate that is used ends, in seconds since 1970.'
            echo '# TYPE edge_certificate_expiry_timestamp_seconds gauge'
            echo "edge_certificate_expiry_timestamp_seconds $end"
        fi
    } >"$run/metrics.next" && mv "$run/metrics.next" "$run/metrics"
}

# Takes over what changed; false where nothing did, or nginx refuses it.
update() {
    local told='' with=''
    look
    if [ "$addresses" = "$used_addresses" ] && [ "$certificate" = "$used_certificate" ]; then
        [ -z "$refused" ] || { refused=''; report; }
        return 1
    fi
    if prepare "${certificate:+$tls}"; then
        used_certificate=$certificate
    else
        if [ "$refused" != "$addresses $certificate" ]; then
            say "refused: $(grep -m 1 emerg <<<"$told" || echo "$told")" # without warnings about other things
            refused="$addresses $certificate"
            report
        fi
        # What is wrong with a certificate must not keep addresses from being followed.
        [ -n "$used_certificate" ] && with=$run/conf/tls
        [ -n "$used_addresses" ] && [ "$addresses" != "$used_addresses" ] && prepare "$with" || return 1
    fi
    [ "$certificate" = "$used_certificate" ] && refused=
    rm -rf "$run/conf"
    mv "$run/next" "$run/conf"
    used_addresses=$addresses used_chat=$chat used_user=$user reloads=$((reloads + 1))
    report
    say "$addresses${used_certificate:+, TLS}"
}

# Ends where nginx is gone.
follow() {
    local never
    exec {never}<> <(:)                # nothing is ever to be read here: a wait without a process
    while kill -0 "$master" 2>/dev/null; do
        read -r -t "$interval" -u "$never"
        update && kill -HUP "$master"
    done
}

serve() {
    trap 'exit 143' TERM INT           # the first process of a container ends by no signal that it does not handle
    update || exit 1
    [ -z "$unreadable" ] || exit 1     # whoever put it there does not want plain HTTP
    "${nginx[@]}" -c "$run/conf/nginx.conf" &
    master=$!
    trap 'stopping=yes; kill -TERM "$master"' TERM INT
    (trap exit TERM INT; follow; kill -TERM "$master") &
    local follower=$! stopping='' status
    wait "$master"
    status=$?
    if [ -n "$stopping" ]; then        # a signal interrupted the wait
        wait "$master"
        status=$?
    fi
    kill "$follower" 2>/dev/null
    wait "$follower"                   # it finishes what it is at
    exit "$status"
}

# The client's page, or the redirect to it. 2 s: nginx answers from a file.
health() {
    local status
    exec 3<>"/dev/tcp/127.0.0.1/${PARLEY_ORIGIN_PORT##*:}" && printf 'HEAD / HTTP/1.0\r\n\r\n' >&3 &&
        read -r -t 2 -u 3 _ status _ && [ "$status" -lt 400 ]
}

case ${1:-serve} in
    serve | health) "${1:-serve}" ;;
    *) echo "usage: edge.sh [health]" >&2; exit 2 ;;
esac
