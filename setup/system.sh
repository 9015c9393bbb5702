#!/bin/sh
# Sees to it that the system has what one part of the project needs.
# Usage: setup/system.sh python|check|test|https|bench
# As root on Debian or Ubuntu what is missing is installed; otherwise a sentence says what to do.
set -eu

needed() {
    case "$1" in
        python) python3 -c 'import ensurepip, venv' 2>/dev/null || echo python3-venv ;;
        check) command -v msgfmt >/dev/null || echo gettext ;;
        # Fonts for papers and pictures of pages, LibreOffice to open and save a workbook and a
        # Word file, poppler to look into a printed page, PostgreSQL as the other database,
        # Chromium to use the pages.
        test) echo fonts-noto-core fonts-noto-cjk libreoffice-calc libreoffice-writer \
                  poppler-utils postgresql
              has_chromium || echo chromium ;;
        https) command -v openssl >/dev/null || echo openssl ;;
        bench) command -v wrk >/dev/null || echo wrk ;;
        *) echo "setup/system.sh: no part is called '$1'" >&2; exit 2 ;;
    esac
}

# Ubuntu's package of that name only fetches a snap: there Playwright brings a Chromium.
has_chromium() {
    command -v chromium >/dev/null || is_ubuntu
}

is_ubuntu() {
    grep -qs '^ID=ubuntu' /etc/os-release
}

installed() {
    dpkg-query --show --showformat='${Status}' "$1" 2>/dev/null | grep -q 'ok installed'
}

missing() {
    for package in $(needed "$1"); do
        installed "$package" || echo "$package"
    done
}

install() {
    echo "Installing: $*"
    export DEBIAN_FRONTEND=noninteractive
    said=$(mktemp)
    if ! { apt-get -q -o Acquire::Retries=3 update &&
        apt-get -qy -o Acquire::Retries=3 --no-install-recommends install "$@"; } \
        >"$said" 2>&1; then
        cat "$said" >&2
        echo "apt could not install: $*" >&2
        exit 1
    fi
    rm "$said"
}

part=${1:?"usage: setup/system.sh python|check|test|https|bench"}
if ! command -v dpkg-query >/dev/null; then
    echo "This is neither Debian nor Ubuntu: see docs/running.md for what '$part' needs." >&2
    exit 0
fi
packages=$(missing "$part" | tr '\n' ' ')
if [ -n "$packages" ]; then
    if [ "$(id -u)" -ne 0 ]; then
        echo "Missing: $packages" >&2
        echo "Install it with: sudo apt-get install $packages" >&2
        exit 1
    fi
    # shellcheck disable=SC2086  # several names
    install $packages
fi
if [ "$part" = test ] && is_ubuntu && ! command -v chromium >/dev/null; then
    .venv/bin/playwright install --with-deps chromium
fi
