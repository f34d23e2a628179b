#!/bin/sh
# Installs Debian or Ubuntu packages without asking anything, as root or with a sudo that does not ask.
set -eu
as_root=''
[ "$(id -u)" = 0 ] || as_root='sudo -n'
export DEBIAN_FRONTEND=noninteractive
$as_root apt-get update -qq < /dev/null
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" \
    < /dev/null > /dev/null
