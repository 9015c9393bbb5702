#!/bin/sh
# Makes .venv and installs what runs and what checks, in the versions pinned.
set -eu

python=${PYTHON:-python3}
if ! command -v "$python" >/dev/null; then
    [ "$(id -u)" -eq 0 ] && setup/system.sh python || exit 1
fi
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
    echo "Python 3.11 or newer is needed; this is $("$python" --version)." >&2
    echo "Name another one with: make PYTHON=python3.12 ..." >&2
    exit 1
}
setup/system.sh python
[ -x .venv/bin/pip ] || "$python" -m venv .venv
.venv/bin/pip install --quiet --disable-pip-version-check --retries 10 -r requirements-dev.txt
