#!/usr/bin/env bash
# Runs tests and prints how much of each project's code they cover: lines, and branches of conditions.
#   build/coverage.sh [test project ...]
# Without arguments it runs the unit, compiler, generator, analyzer and functional tests. A line or branch is covered if a test of any of
# these projects reaches it. The files that the figures come from are in artifacts/coverage, which git ignores.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

export DOTNET_CLI_UI_LANGUAGE=en
export DOTNET_NOLOGO=1

if [ $# -eq 0 ]; then
  set -- Sluice.Tests Sluice.Logging.Tests Sluice.RateLimiting.Tests Sluice.Compiler.Tests Sluice.Generators.Tests \
    Sluice.Analyzers.Tests Sluice.FunctionalTests
fi

sh build/install-test-tools.sh
results=artifacts/coverage
rm -rf "$results"
failed=()
for project in "$@"; do
  dotnet test "tests/$project" --configuration Release --nologo --verbosity quiet --collect "XPlat Code Coverage" \
    --settings build/coverage.runsettings --results-directory "$results/$project" || failed+=("$project")
done

files=()
while IFS= read -r file; do
  files+=("$file")
done < <(find "$results" -name coverage.info | sort)
if [ ${#files[@]} -eq 0 ]; then
  echo "No test project has left coverage data." >&2
  exit 1
fi

echo
awk -v root="$PWD/" '
  # lcov: SF is the source file, DA a line with its hits, BRDA a branch (line, block, path) with its hits.
  /^SF:/ {
    file = substr($0, 4)
    if (index(file, root) == 1) file = substr(file, length(root) + 1)
    split(file, part, "/")
    project = part[1] "/" part[2]
  }
  /^DA:/ {
    split(substr($0, 4), field, ",")
    count("line", file SUBSEP field[1], field[2])
  }
  /^BRDA:/ {
    split(substr($0, 6), field, ",")
    count("branch", file SUBSEP field[1] SUBSEP field[2] SUBSEP field[3], field[4])
  }

  function count(kind, place, hits) {
    if (!((kind, place) in seen)) {
      seen[kind, place] = 1
      all[project, kind]++
      projects[project] = 1
    }
    if (hits > 0 && !((kind, place) in reached)) {
      reached[kind, place] = 1
      covered[project, kind]++
    }
  }

  function cell(kind) {
    return sprintf("%6d of %6d %5.1f %%", covered[project, kind], all[project, kind],
      all[project, kind] == 0 ? 100 : 100 * covered[project, kind] / all[project, kind])
  }

  END {
    for (project in projects) {
      printf "%-28s %s   %s\n", project, cell("line"), cell("branch") | "sort"
    }
  }
  BEGIN {
    printf "%-28s %-24s   %s\n", "project", "lines", "branches"
    fflush()
  }
' "${files[@]}"

if [ ${#failed[@]} -gt 0 ]; then
  echo "Tests have failed in: ${failed[*]}" >&2
  exit 1
fi
