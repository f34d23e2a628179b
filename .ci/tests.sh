#!/bin/sh
# The quick checks and all tests side by side: with a browser, what is shown, and all others.
# The browser goes first: it waits for itself, so it is slow, and cannot use two cores at the end.
set -u
cd "$(dirname "$0")/.."

SHOWN="tests/charts tests/maps tests/export tests/pages tests/ui tests/publish"
said=$(mktemp -d)
test=".venv/bin/python -m pytest"
run() { # in the background: name, command; what it says comes at the end
    name=$1
    shift
    exec "$@" > "$said/$name" 2>&1
}

# shellcheck disable=SC2046,SC2086 # words, of which none has a space
run browser $test tests/browser &
browser=$!
run quick make -s quick &
quick=$!
run shown nice $test $SHOWN &
shown=$!
trap 'kill "$browser" "$quick" "$shown" 2> /dev/null; rm -rf "$said"; exit 130' INT TERM

nice $test --ignore tests/browser $(printf -- '--ignore %s ' $SHOWN)
others=$?
wait "$quick"
of_quick=$?
wait "$shown"
of_shown=$?
wait "$browser"
with_browser=$?
cat "$said/quick" "$said/shown" "$said/browser"
rm -rf "$said"
[ "$others$of_quick$of_shown$with_browser" = 0000 ]
