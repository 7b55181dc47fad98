#!/usr/bin/env bash
# Installs the tools that the tests need besides .NET, builds the solution, and runs all tests.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# No process may keep running after the tests: no build node and no compiler server.
export MSBUILDDISABLENODEREUSE=1
export DOTNET_CLI_USE_MSBUILD_SERVER=0
export UseSharedCompilation=false
export DOTNET_CLI_UI_LANGUAGE=en
export DOTNET_NOLOGO=1

sh build/install-test-tools.sh
dotnet build Framework.sln --configuration Release --nologo --verbosity minimal

# Projects are tested one at a time: some tests measure allocations, and others build the same projects again.
dotnet test Framework.sln --configuration Release --no-build --nologo -maxcpucount:1 \
  --blame-hang-timeout 20min --blame-hang-dump-type none "$@"
