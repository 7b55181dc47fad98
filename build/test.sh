#!/usr/bin/env bash
# Builds everything and passes every test. What the tests need from outside .NET is installed first.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# Nothing may keep running when the tests have ended: no build node, no compiler server.
export MSBUILDDISABLENODEREUSE=1
export DOTNET_CLI_USE_MSBUILD_SERVER=0
export UseSharedCompilation=false
export DOTNET_CLI_UI_LANGUAGE=en
export DOTNET_NOLOGO=1

sh build/install-test-tools.sh
dotnet build Framework.sln --configuration Release --nologo --verbosity minimal

# One project after the other: some tests measure allocations, others build the projects that these are made of.
dotnet test Framework.sln --configuration Release --no-build --nologo -maxcpucount:1 \
  --blame-hang-timeout 20min --blame-hang-dump-type none "$@"
