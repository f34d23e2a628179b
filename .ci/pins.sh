#!/bin/sh
# Pins what pyproject.toml asks for: requirements.txt (to run) and requirements-dev.txt (to test).
# Needs uv. `.ci/pins.sh --upgrade` takes the newest versions that fit, otherwise pins stay.
set -eu
cd "$(dirname "$0")/.."

compile() {
    uv pip compile --quiet --universal --python-version 3.11 --no-header --no-annotate \
        --no-emit-index-url --no-emit-find-links pyproject.toml "$@"
}
heading() {
    echo "# $1"
    echo "# Made by .ci/pins.sh from pyproject.toml, for Linux, macOS and Windows, Python 3.11 and newer."
}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
if [ "${1:-}" != --upgrade ]; then
    cp requirements.txt "$work/run.txt"
    grep -hv '^-r ' requirements.txt requirements-dev.txt > "$work/all.txt"
fi
compile --output-file "$work/run.txt"
compile --constraint "$work/run.txt" --group dev --output-file "$work/all.txt"
{ heading "What the program runs on."; cat "$work/run.txt"; } > requirements.txt
{
    heading "What the tests need on top."
    echo "-r requirements.txt"
    grep -vxF -f "$work/run.txt" "$work/all.txt"
} > requirements-dev.txt
