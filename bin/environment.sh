# What Waymark needs on this machine: a Python, a .venv holding the pinned packages, a few system libraries.
# Read by the commands in bin/ (POSIX sh, `set -eu`, standing in the project's folder); not a command itself.

venv=.venv
venv_python=.venv/bin/python
pango_packages="libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-open-sans fonts-dejavu-core"

say() { printf '%s\n' "$*"; }
complain() { printf '%s\n' "$*" >&2; }
fail() { complain "$*"; exit 1; }

# --- system packages -------------------------------------------------------------------------------------------------

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

may_install() {
    command -v apt-get >/dev/null 2>&1 || return 1
    [ "$(id -u)" = 0 ] && return 0
    command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null
}

apt_quietly() {
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 "$@" </dev/null >>"$apt_log" 2>&1 8<&- 9<&-
}

# install_packages NAME… : 0 when they are there afterwards. A machine's list of packages may be old: then once more with a new one.
install_packages() {
    may_install || return 1
    say "Installing with apt: $*"
    apt_log=$(mktemp)
    if apt_quietly install -y --no-install-recommends "$@" || { apt_quietly update && apt_quietly install -y --no-install-recommends "$@"; }; then
        rm -f "$apt_log"
        return 0
    fi
    tail -n 5 "$apt_log" >&2
    rm -f "$apt_log"
    return 1
}

# --- Python ----------------------------------------------------------------------------------------------------------

suits() {
    "$1" -c 'import sys, sqlite3, venv; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' >/dev/null 2>&1
}

find_python() {
    for name in python3 python3.13 python3.12 python3.11 python; do
        if command -v "$name" >/dev/null 2>&1 && suits "$name"; then
            system_python=$name
            return 0
        fi
    done
    return 1
}

need_python() {
    find_python && return 0
    install_packages python3-venv && find_python && return 0
    fail "Waymark needs Python 3.11, 3.12 or 3.13; on Debian 12, Debian 13 or Ubuntu 24.04: sudo apt-get install python3-venv $pango_packages"
}

need_pip() {
    "$system_python" -c 'import ensurepip' >/dev/null 2>&1 && return 0
    version=$("$system_python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
    install_packages python3-venv && "$system_python" -c 'import ensurepip' >/dev/null 2>&1 && return 0
    install_packages "$version" && "$system_python" -c 'import ensurepip' >/dev/null 2>&1 && return 0
    fail "Python cannot make a virtual environment here yet; please run: sudo apt-get install python3-venv"
}

# --- .venv -----------------------------------------------------------------------------------------------------------
# The stamp is a copy of the file that was installed. While an install runs, the mark stands: found at a start, the install was cut short.

stamp_of() { printf '%s' "$venv/installed-$1"; }
mark=$venv/install-not-finished

installed() {
    [ ! -e "$mark" ] && [ -x "$venv_python" ] && cmp -s "$1" "$(stamp_of "$1")" && suits "$venv_python"
}

make_venv() {
    if [ -e "$mark" ] || { [ -d "$venv" ] && ! suits "$venv_python"; }; then
        say "The last installation was not finished, or its Python has gone: starting it afresh."
        rm -rf "$venv"
    fi
    with_pip=--without-pip
    if [ ! -x "$venv_python" ] && ! command -v uv >/dev/null 2>&1; then
        need_pip
        with_pip=
    fi
    mkdir -p "$venv"
    : >"$mark"
    # shellcheck disable=SC2086 # nothing, or one word
    [ -x "$venv_python" ] || "$system_python" -m venv $with_pip "$venv"
}

install_with_uv() {
    command -v uv >/dev/null 2>&1 || return 1
    uv pip install --quiet --python "$venv_python" --require-hashes -r "$1" && return 0
    say "uv could not install them; trying pip."
    return 1
}

install_with_pip() {
    "$venv_python" -m pip --version >/dev/null 2>&1 || { need_pip && "$venv_python" -m ensurepip >/dev/null; }
    "$venv_python" -m pip install --quiet --quiet --disable-pip-version-check --no-input --require-hashes -r "$1"
}

# need_requirements FILE [FILE it contains]… : the pinned packages of FILE are in .venv. Nothing is done when its stamp says so.
need_requirements() {
    installed "$1" && return 0
    exec 8<requirements.txt
    if command -v flock >/dev/null 2>&1; then flock 8 || true; fi # two starts at once: the second waits for the first
    installed "$1" || install_requirements "$@"
    exec 8<&-
}

install_requirements() {
    need_python
    make_venv
    say "Installing the packages in $1 into .venv (once; a minute or so)…"
    install_with_uv "$1" || install_with_pip "$1" || fail "The packages could not be installed; see above. Is this machine online?"
    for file in "$@"; do cp "$file" "$(stamp_of "$file")"; done
    rm -f "$mark"
}

# --- the libraries that make PDFs ------------------------------------------------------------------------------------

reports_can_be_made() { "$venv_python" -c 'import weasyprint' >/dev/null 2>&1; }

need_pango() {
    reports_can_be_made && return 0
    # shellcheck disable=SC2086 # a list of words
    install_packages $pango_packages && reports_can_be_made && return 0
    complain "PDF reports are switched off until this has been run: sudo apt-get install $pango_packages"
    return 1
}
