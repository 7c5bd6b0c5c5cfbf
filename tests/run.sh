#!/bin/sh
# SPDX-FileCopyrightText: The Feldbuch authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs what is missing (Debian, Ubuntu), builds, and runs every test: once as it is, and the core and the ui once
# more with the address and undefined-behaviour sanitizers. No screen is needed; ui/screen.sh makes one where a test wants
# it. The last line is "N passed, N failed", with ", N skipped" when some were; the exit status is 0 only when none failed.
#
#   sh tests/run.sh

set -u

top=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
cd "$top" || exit 1
. src/install.sh

test_packages='xvfb xauth dbus at-spi2-core python3-gi gir1.2-atspi-2.0 xdotool imagemagick
  libxml2-utils jing default-jre-headless|openjdk-17-jre-headless libreoffice-writer|libreoffice-writer-nogui
  poppler-utils appstream librsvg2-bin groff-base man-db bash-completion binutils
  fonts-liberation|fonts-noto-core'

# shellcheck disable=SC2086 # lists of words
if ! install_packages $build_packages $runtime_packages $test_packages; then
  echo '0 passed, 1 failed'
  exit 1
fi
export LC_ALL=C.UTF-8 LANG=C.UTF-8
unset LANGUAGE DISPLAY WAYLAND_DISPLAY

home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
trap 'exit 1' HUP INT TERM
export HOME="$home" XDG_CONFIG_HOME="$home/config" XDG_CACHE_HOME="$home/cache" XDG_DATA_HOME="$home/data"
export XDG_RUNTIME_DIR="$home/run"
mkdir -m 700 "$XDG_RUNTIME_DIR"

# No driver of a graphics card is loaded, which would leak.
export GDK_DEBUG=gl-disable GDK_DISABLE=gl GSK_RENDERER=cairo GDK_BACKEND=x11 GSETTINGS_BACKEND=memory NO_AT_BRIDGE=0
export ASAN_OPTIONS=detect_leaks=1:abort_on_error=1:detect_stack_use_after_return=1
export UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1
export LSAN_OPTIONS="suppressions=$top/tests/lsan.supp:print_suppressions=0"

# Builds a directory and runs its tests: run_tests DIRECTORY SETUP-OPTIONS TEST-OPTIONS
# A run that hangs is ended before a machine that waits 25 minutes for it loses patience.
end=$(($(date +%s) + 1380))
run_tests ()
{
  rm -f "$1/meson-logs/testlog.json"
  # shellcheck disable=SC2086 # lists of words
  build "$1" $2 &&
    timeout -k 20 $((end - $(date +%s))) meson test -C "$1" --no-rebuild --print-errorlogs $3 </dev/null
}

run_tests _build-tests '' ''
status=$?

run_tests _build-sanitize '-Db_sanitize=address,undefined -Db_lundef=false' \
  '--no-suite tree --no-suite data --no-suite slow --timeout-multiplier 4'
sanitize_status=$?

/usr/bin/python3 tests/count.py "_build-tests/meson-logs/testlog.json=$status" \
  "_build-sanitize/meson-logs/testlog.json=$sanitize_status"
