#!/usr/bin/env bash
# Changes the code of a project in many small ways, one at a time, runs the tests of a test project on each, and prints the mutation score:
# the percentage of changes that a test notices.
#   build/mutation.sh [project [test project [files [tests]]]]
# The files are a glob pattern, and the tests a filter of dotnet test. Without arguments it takes the folder Bind/Order of the compiler,
# which needs some minutes. The report is in artifacts/mutation, which git ignores.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

project=${1:-Sluice.Compiler}
tests=${2:-$project.Tests}
files=${3:-}
filter=${4:-}
if [ $# -eq 0 ]; then
  files='**/Bind/Order/*.cs'
  filter='FullyQualifiedName~Sluice.Compiler.Tests.Bind.'
fi

export DOTNET_CLI_UI_LANGUAGE=en
export DOTNET_NOLOGO=1

output="$PWD/artifacts/mutation"
rm -rf "$output"
dotnet tool restore
arguments=(--project "$project.csproj" --configuration Release --output "$output" --skip-version-check)
arguments+=(--break-on-initial-test-failure --reporter cleartext --reporter html)
[ -z "$files" ] || arguments+=(--mutate "$files")
[ -z "$filter" ] || arguments+=(--test-case-filter "$filter")
cd "tests/$tests"
dotnet dotnet-stryker "${arguments[@]}"
