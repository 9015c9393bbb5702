#!/bin/sh
# Fills an empty database with the demo, prints how to sign in, and serves HOST:PORT.
# On an address other machines can reach it serves https with a certificate it makes itself, for a
# phone opens its camera on https only.
set -eu

PATH="$PWD/.venv/bin:$PATH"
host=${HOST:-127.0.0.1}
port=${PORT:-8000}

# The address under which others reach this machine.
outward() {
    case "$host" in
        0.0.0.0 | ::) hostname -I | cut -d' ' -f1 ;;
        *) echo "$host" ;;
    esac
}

certificate() {
    folder=instance/tls
    case "$1" in
        *:* | [0-9]*.[0-9]*.[0-9]*.[0-9]*) name=IP:$1 ;;
        *) name=DNS:$1 ;;
    esac
    setup/system.sh https
    mkdir -p "$folder"
    chmod 700 "$folder"
    # Made anew a day before it ends, or when this machine's address is another one.
    if openssl x509 -in "$folder/certificate.pem" -noout -checkend 86400 >/dev/null 2>&1 &&
        [ "$(cat "$folder/name")" = "$name" ]; then return; fi
    openssl req -x509 -newkey rsa:2048 -nodes -days 365 -subj "/CN=Liannong" \
        -addext "subjectAltName=$name" -keyout "$folder/key.pem" -out "$folder/certificate.pem" \
        2>/dev/null
    chmod 600 "$folder/key.pem"
    echo "$name" >"$folder/name"
}

case "$host" in
    127.* | localhost | ::1)
        address=http://$host:$port
        set --
        ;;
    *)
        address=https://$(outward):$port
        certificate "$(outward)"
        set -- --ssl-certificate instance/tls/certificate.pem --ssl-keyfile instance/tls/key.pem
        ;;
esac
export LIANNONG_BASE_URL="${LIANNONG_BASE_URL:-$address}"

# As in web/config.py: secrets of one's own mean that this is no demo, unless it is said to be one.
is_demo() {
    case "${LIANNONG_DEMO:-}" in
        "") [ -z "${LIANNONG_SECRET:-}${LIANNONG_PEPPER:-}" ] ;;
        0 | no | false) false ;;
    esac
}

flask --app web database up
# 3: the database holds a ledger of its own, which is served as it is.
if is_demo; then flask --app web demo || [ $? -eq 3 ]; fi
echo "Open $address"
exec granian --interface wsgi --factory --host "$host" --port "$port" \
    --workers "${WORKERS:-2}" --blocking-threads 4 --no-ws "$@" web:create_app
