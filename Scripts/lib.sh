# shellcheck shell=bash
# What the scripts beside this file share. Source it; it runs nothing by itself.

ROOT=$(cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/.." && pwd)
CACHE=$ROOT/.cache
APT_IS_FRESH=
# nginx stands where ordinary accounts do not look.
PATH=$PATH:/usr/sbin:/sbin

say() { printf '%s\n' "$*"; }
step() { printf '\n\033[1m== %s\033[0m\n' "$*"; }
die() {
  printf '\n%s\n' "$*" >&2
  exit 1
}

has() { command -v "$1" >/dev/null 2>&1; }

# The toolchain must be Swift 6.3 or newer.
need_swift() {
  local version major minor
  if ! has swift; then
    die "Swift is missing. Install Swift 6.3 or newer from https://www.swift.org/install/linux/ \
and put its usr/bin folder on PATH."
  fi
  version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9][0-9.]*\).*/\1/p' | head -n 1)
  major=${version%%.*}
  minor=${version#*.}
  minor=${minor%%.*}
  if [[ -z $version ]] || ((major < 6 || (major == 6 && minor < 3))); then
    die "Swift 6.3 or newer is needed, found ${version:-a version that says nothing} \
($(command -v swift)). See https://www.swift.org/install/linux/"
  fi
}

package_is_installed() {
  has dpkg-query &&
    [[ $(dpkg-query -W -f='${Status}' "$1" 2>/dev/null) == 'install ok installed' ]]
}

# Installs Debian packages as root or with passwordless sudo, or says the one command to type.
install_packages() {
  local as_root=()
  (($# > 0)) || return 0
  if ! has apt-get; then
    die "These packages are missing and there is no apt-get here: $*. Install them with the \
package tool of this system, then start again."
  fi
  if ((EUID != 0)); then
    if ! has sudo || ! sudo -n true 2>/dev/null; then
      die "Missing: $*. Type this once, then start again:

  sudo apt-get update && sudo apt-get install -y --no-install-recommends $*"
    fi
    as_root=(sudo -n)
  fi
  say "Installing $* …"
  if [[ -z $APT_IS_FRESH ]]; then
    "${as_root[@]}" apt-get update -qq || say "apt-get update failed; trying with the lists at hand."
    APT_IS_FRESH=yes
  fi
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "$@" >/dev/null ||
    die "apt-get could not install: $*"
}

# need_packages PACKAGE… or COMMAND:PACKAGE… – a package whose command is there already is not asked for.
need_packages() {
  local wanted missing=()
  for wanted in "$@"; do
    if [[ $wanted == *:* ]]; then
      has "${wanted%%:*}" || missing+=("${wanted#*:}")
    else
      package_is_installed "$wanted" || missing+=("$wanted")
    fi
  done
  install_packages "${missing[@]}"
}

# The header of SQLite, wherever it comes from.
need_sqlite() {
  [[ -e /usr/include/sqlite3.h ]] || need_packages libsqlite3-dev
}

# A Python with the pinned tools of Tests/requirements.txt; sets PYTHON.
need_python() { python_with Tests/requirements.txt venv; }
# need_python_for NAME – one with those of Tests/requirements-NAME.txt, in a folder of its own.
need_python_for() { python_with "Tests/requirements-$1.txt" "venv-$1"; }

python_with() {
  local name=$1 venv=$CACHE/$2
  local wanted=$ROOT/$name
  has python3 || install_packages python3 python3-venv
  python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
    die "Python 3.11 or newer is needed for the tests, found $(python3 --version)."
  PYTHON=$venv/bin/python
  if [[ -x $PYTHON ]] && cmp -s "$wanted" "$venv/requirements.txt"; then return 0; fi
  rm -rf -- "$venv"
  mkdir -p -- "$CACHE"
  if ! python3 -m venv "$venv" >/dev/null 2>&1; then
    install_packages python3-venv
    python3 -m venv "$venv" || die "python3 -m venv failed."
  fi
  # Every dependency is named in the file, so nothing unnamed is fetched.
  "$PYTHON" -m pip install --quiet --disable-pip-version-check --no-deps -r "$wanted" ||
    die "pip could not install the tools in $name."
  cp -- "$wanted" "$venv/requirements.txt"
}

# A port on 127.0.0.1 on which nobody listens now.
free_port() {
  local port
  while :; do
    port=$((20000 + RANDOM % 12000))
    port_is_used 127.0.0.1 "$port" || break
  done
  say "$port"
}

port_is_used() { (exec 3<>"/dev/tcp/$1/$2") 2>/dev/null; }

# ship PROGRAM FILE – the release build's objects linked again, with the Swift runtime in the program
# itself, as packages carry it: what a whole build with --static-swift-stdlib gives, in seconds.
ship() {
  local built objects
  built=$(swift build -c release --show-bin-path)
  objects=$built/$1.product/Objects.LinkFileList
  [[ -s $objects ]] || die "The release build left no list of objects for $1 ($objects)."
  # What the static Foundation needs and what only a static compilation would name by itself.
  swiftc -static-stdlib -emit-executable -module-name "$1" -o "$2" "@$objects" -L "$built" \
    -Xlinker --gc-sections -Xlinker --defsym -Xlinker "main=$1_main" \
    -Xlinker -z -Xlinker relro -Xlinker -z -Xlinker now \
    -lFoundationEssentials -lFoundationInternationalization -l_FoundationCollections \
    -l_FoundationCShims -lCoreFoundation -l_FoundationICU 2> >(grep -v 'mktemp' >&2)
  strip --strip-unneeded --remove-section=.comment "$2"
}
