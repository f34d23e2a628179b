#!/bin/sh
# Makes .venv ready: `.ci/setup.sh run` for the app, `.ci/setup.sh test` for the tests too.
# Installs only when the list of packages changed, so that a second start does next to nothing.
set -eu
cd "$(dirname "$0")/.."

python=.venv/bin/python
old_enough='import sys; sys.exit(sys.version_info < (3, 11))'

has_uv() { uv --version > /dev/null 2>&1; }

find_python() {
    for one in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11 python; do
        if "$one" -c "$old_enough" > /dev/null 2>&1; then
            echo "$one"
            return
        fi
    done
    echo "Wijzer in de Wijk heeft Python 3.11 of nieuwer nodig, en dat staat niet op deze computer." >&2
    echo "Haal het op https://www.python.org/downloads/ en probeer het opnieuw." >&2
    echo "(Python 3.11 or newer is needed. Another one: make run PYTHON=/path/to/python3)" >&2
    return 1
}

may_install() { [ "$(id -u)" = 0 ] || sudo -n true 2> /dev/null; }

# Debian ships Python without the parts that make an environment.
make_venv() {
    found=$(find_python)
    echo "Omgeving maken in .venv met $("$found" --version) ..."
    rm -rf .venv
    if has_uv && uv venv --quiet --python "$found" .venv; then return; fi
    if "$found" -m venv .venv > /dev/null 2>&1; then return; fi
    rm -rf .venv
    if command -v apt-get > /dev/null && may_install; then
        .ci/apt.sh python3-venv && "$found" -m venv .venv && return
        rm -rf .venv
    fi
    "$found" -m venv --without-pip .venv
    "$python" .ci/get_pip.py
}

install() {
    if has_uv; then
        uv pip install --quiet --python "$python" -r "$1"
    else
        "$python" -m pip --version > /dev/null 2>&1 || "$python" .ci/get_pip.py
        "$python" -m pip install --quiet --disable-pip-version-check -r "$1"
    fi
}

# The stamp is a copy of the lists that were installed last.
ready() {
    stamp=.venv/installed-$1.txt
    shift
    if [ -f "$stamp" ] && cat "$@" | cmp -s - "$stamp"; then return; fi
    echo "Pakketten installeren (de eerste keer duurt dit een paar minuten) ..."
    for last in "$@"; do :; done
    install "$last"
    cat "$@" > "$stamp"
}

"$python" -c "$old_enough" > /dev/null 2>&1 || make_venv
case "${1:-run}" in
    run) ready run requirements.txt ;;
    test)
        ready test requirements.txt requirements-dev.txt
        cp requirements.txt .venv/installed-run.txt
        .ci/browser.sh
        ;;
    *)
        echo "usage: .ci/setup.sh [run|test]" >&2
        exit 2
        ;;
esac
