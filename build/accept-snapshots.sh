#!/usr/bin/env bash
# Replaces each expected text by the text that the test received. Review the differences before or after (git diff shows them).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

count=0
while IFS= read -r -d '' received; do
  case "$received" in
    *.received.md) accepted="${received%.received.md}.md" ;;
    *) accepted="${received/.received./.verified.}" ;;
  esac
  mv "$received" "$accepted"
  echo "$accepted"
  count=$((count + 1))
done < <(find analyzers docs tests -name '*.received.*' -not -path '*/bin/*' -not -path '*/obj/*' -print0)
echo "$count accepted"
