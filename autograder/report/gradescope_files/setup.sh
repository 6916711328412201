#!/usr/bin/env bash
# Gradescope runs this once, when the autograder is uploaded. Choose a container of 1.5 GB or more: torch needs it.
set -euo pipefail
root="${AUTOGRADER_ROOT:-/autograder}"
apt-get update
for version in 3.13 3.12 3.11; do
    if apt-get install -y "python$version-venv"; then
        "python$version" -m venv "$root/venv"
        exec "$root/venv/bin/pip" install --no-cache-dir -r "$root/source/requirements.txt"
    fi
done
echo "this image has no Python of 3.11 or later: choose a newer one in the autograder's settings" >&2
exit 1
