#!/bin/sh
# All tests, in two processes side by side: those with a browser, and all others.
set -u
cd "$(dirname "$0")/.."

said=$(mktemp)
.venv/bin/python -m pytest tests/browser > "$said" 2>&1 &
browser=$!
trap 'kill "$browser" 2> /dev/null; rm -f "$said"; exit 130' INT TERM

.venv/bin/python -m pytest --ignore tests/browser
others=$?
wait "$browser"
with_browser=$?
cat "$said"
rm -f "$said"
[ "$others" = 0 ] && [ "$with_browser" = 0 ]
