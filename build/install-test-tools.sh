#!/bin/sh
# Installs the tools that the tests need besides .NET: Graphviz, Node.js and the Mermaid parser, and a C compiler that links native
# programs. Tools that are already installed stay as they are.
set -eu
cd "$(dirname "$0")/.."

install_packages() {
  if ! command -v apt-get >/dev/null 2>&1; then
    echo "The tests need these programs: $*. This script installs them with apt-get only; please install them by hand." >&2
    exit 1
  elif [ "$(id -u)" -eq 0 ]; then
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
  elif command -v sudo >/dev/null 2>&1; then
    sudo apt-get update -qq
    sudo DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
  else
    echo "The tests need these packages, and this user may not install them: apt-get install $*" >&2
    exit 1
  fi
}

missing=""
command -v dot >/dev/null 2>&1 || missing="$missing graphviz"
command -v node >/dev/null 2>&1 || missing="$missing nodejs"
command -v npm >/dev/null 2>&1 || missing="$missing npm"
command -v clang >/dev/null 2>&1 || command -v gcc >/dev/null 2>&1 || missing="$missing gcc libc6-dev"
[ "$(uname)" != Linux ] || [ -f /usr/include/zlib.h ] || missing="$missing zlib1g-dev"
if [ -n "$missing" ]; then
  # The list is deliberately split into words.
  # shellcheck disable=SC2086
  install_packages $missing
fi

# npm writes node_modules/.package-lock.json when it has installed everything, so npm runs only if package-lock.json is newer.
mermaid=tests/Sluice.Tests/mermaid
installed="$mermaid/node_modules/.package-lock.json"
if [ ! -f "$installed" ] || [ "$mermaid/package-lock.json" -nt "$installed" ]; then
  (cd "$mermaid" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error)
fi
