#!/usr/bin/env bash
# Runs every check there is and ends with "N passed, N failed"; exit code 1 if anything failed.
# Needs the .NET 10 SDK. On Debian it installs what else is missing: Chromium, redis-server, Node.
# A suite is a test project (tests/*.Tests) or a folder with a package.json (tests/*/package.json).
# A skipped test, a suite that crashes and a suite that leaves no report all count as failures.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1
exec </dev/null

readonly results="$PWD/artifacts/test-results"
readonly at_once=2
readonly suite_limit=600s
readonly least_node="20.19"

export TESTS_MUST_NOT_SKIP=1
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDTERMINALLOGGER=off
# What the tests start must not take its mode or its Node warnings from whoever runs them.
unset ASPNETCORE_ENVIRONMENT DOTNET_ENVIRONMENT NODE_OPTIONS

passed=0
failed=0

finish() {
  echo "$passed passed, $failed failed"
  [[ $failed -eq 0 && $passed -gt 0 ]]
  exit
}

# Nothing can run without this step: say what happened and end.
give_up() {
  echo "$1" >&2
  failed=$((failed + 1))
  finish
}

# quietly LOG COMMAND…: its output goes to the log, and to the screen only if it fails.
quietly() {
  local log="$results/$1.log"
  shift
  "$@" >"$log" 2>&1 && return
  cat "$log"
  return 1
}

# --- what is missing ---------------------------------------------------------------------------------------------------

as_root() {
  if [[ $EUID -eq 0 ]]; then "$@"; else sudo -n "$@"; fi
}

chromium_path() {
  command -v chromium || command -v chromium-browser || command -v google-chrome
}

node_is_new_enough() {
  command -v node >/dev/null && [[ $(printf '%s\n' "$least_node" "$(node -p process.versions.node)" | sort -V | head -1) == "$least_node" ]]
}

install_missing() {
  local missing=()
  [[ -n ${CHROMIUM:-} ]] || chromium_path >/dev/null || missing+=(chromium fonts-liberation)
  command -v redis-server >/dev/null || missing+=(redis-server)
  command -v node >/dev/null || missing+=(nodejs)
  command -v npm >/dev/null || missing+=(npm)
  [[ ${#missing[@]} -gt 0 ]] || return 0

  command -v apt-get >/dev/null || { echo "Missing, and there is no apt-get to install it: ${missing[*]}"; return 1; }
  echo "Installing: ${missing[*]}"
  as_root apt-get update -qq &&
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"
}

# Debian's own Node may be older than the checks need; npm carries a newer one.
newer_node() {
  node_is_new_enough && return
  npm install --prefix artifacts/node --no-save --no-audit --no-fund --loglevel=error node@22
  PATH="$PWD/artifacts/node/node_modules/.bin:$PATH"
  node_is_new_enough || { echo "Node $least_node or newer is needed; found $(node --version)."; return 1; }
}

# --- suites ------------------------------------------------------------------------------------------------------------

node_packages() {
  local package
  for package in tests/*/package.json; do
    (cd "$(dirname "$package")" && npm ci --no-audit --no-fund --loglevel=error) || return 1
  done
}

build() {
  dotnet build EngagementBot.sln -c Release -warnaserror -nodeReuse:false
}

# The long ones first, so that the end is not spent waiting for one of them.
suites() {
  local all long
  all=$(find tests -mindepth 2 -maxdepth 2 \( -path 'tests/*.Tests/*.csproj' -o -name package.json \) -printf '%h\n' | sort -u)
  long='^tests/(Host\.Tests|widget|Browser\.Tests)$'
  grep -E "$long" <<<"$all"
  grep -vE "$long" <<<"$all"
}

run_dotnet() {
  local name="$1" project executable
  project=$(basename tests/"$name"/*.csproj .csproj)
  executable="artifacts/bin/$project/release/$project"
  timeout --kill-after=30s "$suite_limit" "$executable" --results-directory "$results" \
    --report-xunit-trx --report-xunit-trx-filename "$name.trx" --fail-skips on --progress off --no-ansi
}

run_node() {
  cd "tests/$1" || return 1
  npm run --if-present check &&
    timeout --kill-after=30s "$suite_limit" npm test -- --test-reporter=spec --test-reporter-destination=stdout \
      --test-reporter=tap --test-reporter-destination="$results/$1.tap"
}

run_suite() {
  local name="$1" started=$SECONDS status=0
  if [[ -f tests/$name/package.json ]]; then (run_node "$name"); else run_dotnet "$name"; fi >"$results/$name.log" 2>&1 || status=$?
  echo "$status $((SECONDS - started))" >"$results/$name.status"
}

run_all() {
  local name
  while read -r name; do
    while [[ $(jobs -rp | wc -l) -ge $at_once ]]; do wait -n; done
    run_suite "$name" </dev/null &
  done
  wait
}

# --- adding up ---------------------------------------------------------------------------------------------------------

# Prints "total passed" of a suite's report; nothing if it left none.
counts() {
  local trx="$results/$1.trx" tap="$results/$1.tap"
  if [[ -f $trx ]]; then
    sed -nE 's/.*<Counters total="([0-9]+)" executed="[0-9]+" passed="([0-9]+)".*/\1 \2/p' "$trx"
  elif [[ -f $tap ]]; then
    awk '/^# tests /{total = $3} /^# pass /{passed = $3} END {if (total != "") print total, passed}' "$tap"
  fi
}

add_up() {
  local name="$1" status=1 took=0 total="" ok="" bad
  read -r status took <"$results/$name.status"
  read -r total ok <<<"$(counts "$name")"
  # Whatever ran and did not pass has failed, skipped tests among them; no report, or no test in it, is a failure too.
  bad=$((${total:-0} - ${ok:-0}))
  [[ $bad -eq 0 && ($status -ne 0 || ${total:-0} -eq 0) ]] && bad=1
  passed=$((passed + ${ok:-0}))
  failed=$((failed + bad))

  if [[ $bad -gt 0 ]]; then
    echo "--- $name (exit code $status)"
    cat "$results/$name.log"
    echo "---"
  fi
  printf '%-24s %5d passed %5d failed %5d s\n' "$name" "${ok:-0}" "$bad" "$took"
}

# -----------------------------------------------------------------------------------------------------------------------

rm -rf "$results"
mkdir -p "$results"

command -v dotnet >/dev/null || give_up "The .NET 10 SDK is missing: https://dotnet.microsoft.com/download/dotnet/10.0"
quietly install install_missing || give_up "Could not install what is missing."
quietly node newer_node || give_up "Could not get a Node that is new enough."
CHROMIUM="${CHROMIUM:-$(chromium_path)}"
export CHROMIUM PATH

echo "Building…"
quietly npm node_packages || give_up "Node packages could not be installed."
quietly build build || give_up "The build failed."

names=$(suites | xargs -n1 basename)
echo "Running: ${names//$'\n'/ }"
run_all <<<"$names"
for name in $names; do add_up "$name"; done
finish
