#!/bin/sh
# Installs smtpcode below a prefix, or removes it again.
set -eu

usage() {
  cat <<'END'
Usage: install.sh [--prefix DIR] [--uninstall]

Installs smtpcode below DIR: /usr/local for root, else ~/.local.

  --prefix DIR   install below DIR
  --uninstall    remove what an earlier run installed below DIR
  -h, --help     show this help
END
}

say() {
  printf '%s\n' "$*"
}

fail() {
  printf 'install.sh: %s\n' "$1" >&2
  exit 2
}

# Everything below share/, as man pages and completions have it.
shared_files() {
  (cd "$1" && find share -type f | sort)
}

# Whether the command below the prefix is ours: a link to the launcher that lies below the prefix.
is_ours() {
  [ -h "$command" ] && [ "$(readlink "$command")" = ../lib/smtpcode/bin/smtpcode ]
}

check_place() {
  if [ -e "$home" ] && [ ! -f "$home/bin/smtpcode" ]; then
    fail "$home exists and is not smtpcode: move it away, or choose another --prefix"
  fi
  if { [ -e "$command" ] || [ -h "$command" ]; } && ! is_ours; then
    fail "$command exists and is not from install.sh: remove it, or choose another --prefix"
  fi
}

uninstall() {
  check_place
  [ -d "$home" ] || fail "smtpcode is not installed in $home: give its --prefix"
  if [ -f "$home/files" ]; then
    while IFS= read -r file; do
      rm -f "$prefix/$file"
    done <"$home/files"
  fi
  rm -f "$command"
  rm -rf "$home"
  say "Removed smtpcode from $prefix."
}

# The class archive is made by the launcher, for the Java that it finds.
make_archive() {
  if answer=$(SMTPCODE_CACHE=$home/lib/archive SMTPCODE_WAIT_FOR_ARCHIVE=1 "$command" explain 250 2>&1 </dev/null); then
    archive=$(find "$home/lib/archive" -name '*.jsa' 2>/dev/null || true)
    if [ -n "$archive" ]; then
      find "$home/lib/archive" -type d -exec chmod 755 {} +
      find "$home/lib/archive" -type f -exec chmod 644 {} +
      say "  class archive  ${archive#"$home/lib/archive$home/"}"
    else
      say "  class archive  could not be made; smtpcode only starts more slowly"
    fi
  else
    say "  not running yet: $answer"
  fi
}

install() {
  check_place
  umask 022
  mkdir -p "$prefix/bin" "$prefix/lib"
  fresh=$prefix/lib/.smtpcode.$$
  trap 'rm -rf "$fresh"' EXIT
  trap 'exit 1' HUP INT TERM
  rm -rf "$fresh"
  mkdir "$fresh"
  # Times are kept: a class archive fits a jar of one time only.
  cp -Rp "$source/bin" "$source/lib" "$source/install.sh" "$fresh/"
  [ ! -d "$source/runtime" ] || cp -Rp "$source/runtime" "$fresh/"
  [ "$(id -u)" != 0 ] || chown -R 0:0 "$fresh"
  rm -rf "$fresh/lib/archive"
  shared_files "$source" >"$fresh/files"
  if [ -f "$home/files" ]; then
    while IFS= read -r file; do
      rm -f "$prefix/$file"
    done <"$home/files"
  fi
  rm -rf "$home"
  mv "$fresh" "$home"
  say "Installed smtpcode:"
  say "  program        $home"

  rm -f "$command"
  ln -s ../lib/smtpcode/bin/smtpcode "$command"
  say "  command        $command"

  while IFS= read -r file; do
    mkdir -p "$prefix/${file%/*}"
    cp -p "$source/$file" "$prefix/$file"
    chmod 644 "$prefix/$file"
  done <"$home/files"
  say "  man pages      $prefix/share/man/man1"
  say "  completions    $prefix/share: bash, zsh, fish"
  make_archive

  case :$PATH: in
    *:"$prefix/bin":*) ;;
    *) say "Put $prefix/bin on your PATH to run it as smtpcode." ;;
  esac
  case $prefix in
    /usr | /usr/local) ;;
    *) say "For zsh, before compinit: fpath+=($prefix/share/zsh/site-functions)" ;;
  esac
  say "To remove it: $home/install.sh --uninstall --prefix $prefix"
}

main() {
  prefix=
  action=install
  while [ $# -gt 0 ]; do
    case $1 in
      --prefix)
        [ $# -gt 1 ] || fail "--prefix needs a folder"
        prefix=$2
        shift
        ;;
      --prefix=*) prefix=${1#*=} ;;
      --uninstall) action=uninstall ;;
      -h | --help)
        usage
        exit 0
        ;;
      *) fail "unknown argument '$1'; see install.sh --help" ;;
    esac
    shift
  done
  if [ -z "$prefix" ]; then
    if [ "$(id -u)" = 0 ]; then
      prefix=/usr/local
    else
      prefix=${HOME:?is not set: give a --prefix}/.local
    fi
  fi
  case $prefix in
    /*) ;;
    *) prefix=$PWD/$prefix ;;
  esac
  prefix=${prefix%/}
  home=$prefix/lib/smtpcode
  command=$prefix/bin/smtpcode
  source=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
  if [ "$action" = uninstall ]; then
    uninstall
  else
    if [ ! -d "$source/lib" ] || [ ! -d "$source/share" ]; then
      fail "$source is not an unpacked smtpcode: run install.sh from the folder of the archive"
    fi
    install
  fi
}

main "$@"
exit
