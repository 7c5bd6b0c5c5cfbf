# SPDX-FileCopyrightText: The Feldbuch authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Sourced by src/run.sh and tests/run.sh: what Feldbuch needs on Debian 12, Ubuntu and their relatives, and how to get it.

# shellcheck disable=SC2034 # used by the scripts that source this
# To build the programs, and to run the editor (icons, its SVG loader, stored settings, accessibility, spelling).
build_packages='gcc libc6-dev meson ninja-build pkg-config|pkgconf gettext desktop-file-utils
  libglib2.0-dev libgtk-4-dev libadwaita-1-dev libxml2-dev libzip-dev libgettextpo-dev libenchant-2-dev'
runtime_packages='adwaita-icon-theme librsvg2-common dconf-gsettings-backend dbus at-spi2-core shared-mime-info
  fonts-cantarell|fonts-dejavu-core hunspell-de-de'

say ()
{
  printf '%s: %s\n' "${0##*/}" "$*" >&2
}

is_installed ()
{
  [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null | head -c 9)" = installed ]
}

# Prints which of the named packages are missing; "a|b" is there when either is, and otherwise asks for a.
missing_packages ()
{
  for wanted in "$@"; do
    found=no
    for alternative in $(printf '%s' "$wanted" | tr '|' ' '); do
      if is_installed "$alternative"; then
        found=yes
      fi
    done
    if [ "$found" = no ]; then
      printf '%s ' "${wanted%%|*}"
    fi
  done
}

apt_get ()
{
  if [ "$(id -u)" = 0 ]; then
    env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 apt-get "$@" </dev/null >&2
  else
    sudo env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 apt-get "$@" >&2
  fi
}

# Installs what is missing of the named packages, and touches nothing when nothing is.
install_packages ()
{
  if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    say "this is not Debian or Ubuntu; nothing is installed, the build will tell what is missing"
    return 0
  fi
  missing=$(missing_packages "$@")
  if [ -z "$missing" ]; then
    return 0
  fi
  if [ "$(id -u)" != 0 ] && ! command -v sudo >/dev/null; then
    say "these packages are missing, and installing them needs root or sudo:"
    say "  apt-get install --no-install-recommends $missing"
    return 1
  fi

  say "installing $missing"
  # A bare system has no package lists; an old one has lists that no longer match the mirror.
  # shellcheck disable=SC2086
  if ! ls /var/lib/apt/lists/*_Packages* >/dev/null 2>&1 \
     || ! apt_get install -y -q --no-install-recommends $missing; then
    if ! apt_get update -q || ! apt_get install -y -q --no-install-recommends $missing; then
      say "could not install $missing"
      return 1
    fi
  fi
}

# A language whose locale this system does not have is still spoken: C.UTF-8 always exists, and LANGUAGE says the rest.
settle_locale ()
{
  if [ "$(locale charmap 2>/dev/null)" = UTF-8 ] && ! locale 2>&1 >/dev/null | grep -q 'Cannot set'; then
    return 0
  fi
  wished=${LC_ALL:-${LC_MESSAGES:-${LANG:-C}}}
  case ${wished%%[.@]*} in
    C | POSIX) ;;
    *) export LANGUAGE="${LANGUAGE:-${wished%%[.@]*}}" ;;
  esac
  export LC_ALL=C.UTF-8
}

# Configures a build directory once and builds it: build DIRECTORY [MESON-OPTION...]
build ()
{
  directory=$1
  shift
  log=$directory.log
  if [ ! -f "$directory/build.ninja" ]; then
    rm -rf "$directory"
    meson setup "$directory" "$@" >"$log" 2>&1 </dev/null || {
      cat "$log" >&2
      say "could not configure $directory"
      return 1
    }
  fi
  ninja -C "$directory" >"$log" 2>&1 </dev/null || {
    cat "$log" >&2
    say "could not build $directory"
    return 1
  }
  rm -f "$log"
}
