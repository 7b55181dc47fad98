#!/usr/bin/env bash
# Records the source that the compiler emits for all pipelines of the repository and for random ones, and compares it after a change:
#   build/corpus.sh record [folder]
#   build/corpus.sh compare [--diff] [folder]
# The default folder is artifacts/corpus, which git ignores. `compare` fails if a file differs, is new, or is missing.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

command=${1:-}
shift || true
diff=false
if [ "${1:-}" = --diff ]; then
  diff=true
  shift
fi
folder=${1:-artifacts/corpus}

corpus() {
  dotnet run --project tests/Sluice.FuzzTests --configuration Release -- "$@"
}

case $command in
  record)
    commit=$(git rev-parse HEAD)
    [ -z "$(git status --porcelain --untracked-files=no)" ] || commit="$commit-with-changes"
    corpus record "$folder" "$commit"
    ;;
  compare)
    status=0
    corpus compare "$folder" || status=$?
    if $diff && [ -d "$folder/changed" ]; then
      (cd "$folder/changed" && find . -type f | sort) | while read -r file; do
        diff -u --new-file "$folder/recorded/$file" "$folder/changed/$file" || true
      done
    fi
    exit "$status"
    ;;
  *)
    echo "Usage: build/corpus.sh record|compare [--diff] [folder]" >&2
    exit 2
    ;;
esac
