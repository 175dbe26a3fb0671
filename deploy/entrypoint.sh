#!/bin/sh
# Runs the program. A password of the record may stand in a file, so that no environment or command line shows it.
set -eu
if [ -n "${PGPASSWORD_FILE:-}" ]; then
  PGPASSWORD="$(cat "$PGPASSWORD_FILE")"
  export PGPASSWORD
  unset PGPASSWORD_FILE
fi
exec node /app/dist/src/cli/main.js "$@"
