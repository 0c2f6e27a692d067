#!/usr/bin/env bash
# Stands before the SDK's dotnet while the documentation's commands are tested: it runs what the tests were built from, and
# lets a server serve one page before it stops it.
set -euo pipefail
PATH=$REAL_PATH
[ "$1" = run ] || { echo "only 'dotnet run' is meant here: $*" >&2; exit 64; }
shift
while [ "$1" != -- ]; do
  case $1 in
    --project) project=$(basename "$2"); shift 2 ;;
    -c) shift 2 ;;
    *) echo "unknown: $1" >&2; exit 64 ;;
  esac
done
shift
program="$PROGRAMS/$project.dll"
# What has a folder of its own stands beside the tests'.
[ -f "$program" ] || program="${PROGRAMS/AwardFlow.IntegrationTests/$project}/$project.dll"
if [ "$1" != serve ]; then
  exec dotnet "$program" "$@"
fi
exec 3< <(exec dotnet "$program" "$@" --url http://127.0.0.1:0)
server=$!
while read -r line <&3; do
  echo "$line"
  [[ $line =~ listens\ on\ (http://[0-9.:]+) ]] || continue
  curl -sS --fail -o /dev/null "${BASH_REMATCH[1]}/"
  kill -TERM "$server"
done
wait "$server"
