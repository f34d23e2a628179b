#!/bin/sh
# Sees to a Chromium for the browser tests: an installed one, else the package manager's,
# else Playwright's own.
set -eu
cd "$(dirname "$0")/.."

found() { .venv/bin/python -m tests.browser.chromium; }
may_install() { [ "$(id -u)" = 0 ] || sudo -n true 2> /dev/null; }
package() {
    if command -v apt-get > /dev/null && may_install; then
        .ci/apt.sh chromium fonts-liberation
    elif command -v dnf > /dev/null && may_install; then
        ${SUDO:-} dnf install -y -q chromium < /dev/null
    elif command -v brew > /dev/null; then
        brew install --quiet --cask chromium < /dev/null
    else
        return 1
    fi
}

# Debian's Chromium without a window takes two thirds of the time. Elsewhere any Chromium will do.
if ! command -v chromium-headless-shell > /dev/null && may_install \
    && grep -qs '^ID=debian' /etc/os-release; then
    .ci/apt.sh chromium-headless-shell fonts-liberation || echo "Het gaat met de browser die er is."
fi
if found > /dev/null; then exit; fi
echo "Browser voor de tests installeren ..."
if package && found; then exit; fi
if [ "$(uname)" = Linux ] && may_install; then
    .venv/bin/playwright install --with-deps chromium < /dev/null
else
    .venv/bin/playwright install chromium < /dev/null
fi
found
