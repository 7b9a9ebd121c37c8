#!/usr/bin/env bash
# What the tests need beyond npm: a browser, Chinese fonts and another date, from Debian's packages. Does nothing where they are there already.
set -euo pipefail
if command -v chromium >/dev/null && command -v faketime >/dev/null && fc-list 2>/dev/null | grep -q 'Noto Sans CJK'; then exit 0; fi
sudo=''
[ "$(id -u)" -eq 0 ] || sudo=sudo
$sudo apt-get update -qq
DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq chromium fonts-noto-cjk fontconfig faketime
