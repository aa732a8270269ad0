#!/usr/bin/env bash
# Run the demo like a person: wait until it says that it serves, look at what it printed, press Ctrl-C, expect a clean end.
set -euo pipefail
log=$(mktemp)
set -m
bash "$1" > "$log" 2>&1 &
demo=$!
set +m
for _ in $(seq 300); do
  grep -q "Press Ctrl-C to stop" "$log" && break
  kill -0 "$demo" 2>/dev/null || { cat "$log"; echo "the demo ended by itself"; exit 1; }
  sleep 1
done
grep -q "Press Ctrl-C to stop" "$log" || { cat "$log"; echo "the demo did not come up"; kill -KILL -- -"$demo"; exit 1; }
cat "$log"
kill -INT -- -"$demo"
for _ in $(seq 60); do kill -0 "$demo" 2>/dev/null || break; sleep 1; done
if kill -0 "$demo" 2>/dev/null; then kill -KILL -- -"$demo"; echo "the demo did not end within a minute of Ctrl-C"; exit 1; fi
status=0; wait "$demo" || status=$?
if [ "$status" -ne 0 ]; then echo "the demo ended with status $status after Ctrl-C"; exit 1; fi
grep -qE '\[1\]' "$log" || { echo "no numbered citation in the demo's output"; exit 1; }
