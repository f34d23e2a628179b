#!/bin/sh
# All tests, in three processes side by side: with a browser, what is shown, and all others.
set -u
cd "$(dirname "$0")/.."

SHOWN="tests/pages tests/ui tests/publish tests/charts tests/maps tests/export"
said=$(mktemp -d)
run() { # name, arguments of pytest: what it says comes at the end
    name=$1
    shift
    .venv/bin/python -m pytest "$@" > "$said/$name" 2>&1
}

run browser tests/browser &
browser=$!
# shellcheck disable=SC2086 # folders, of which no name has a space
run shown $SHOWN &
shown=$!
trap 'kill "$browser" "$shown" 2> /dev/null; rm -rf "$said"; exit 130' INT TERM

# shellcheck disable=SC2046,SC2086
.venv/bin/python -m pytest --ignore tests/browser $(printf -- '--ignore %s ' $SHOWN)
others=$?
wait "$shown"
of_shown=$?
wait "$browser"
with_browser=$?
cat "$said/shown" "$said/browser"
rm -rf "$said"
[ "$others" = 0 ] && [ "$of_shown" = 0 ] && [ "$with_browser" = 0 ]
