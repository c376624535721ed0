#!/usr/bin/env bash
# Installs what the tests need from the machine, where it may; else names it in one sentence.
set -euo pipefail
export PATH="$PATH:/usr/sbin:/sbin"

missing=()
[ -x /usr/bin/chromium ] || missing+=(chromium fonts-liberation)
compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || missing+=(postgresql)
[ -x /usr/sbin/pgbouncer ] || missing+=(pgbouncer)
[ -x /usr/sbin/nginx ] || missing+=(nginx-light)
command -v systemd-analyze >/dev/null || missing+=(systemd)
command -v openssl >/dev/null || missing+=(openssl)
libraries=$(ldconfig -p)
for library in libpango-1.0 libpangoft2-1.0 libpangocairo-1.0; do
  [[ "$libraries" == *"$library.so.0 "* ]] || missing+=("$library-0")
done
[[ "$libraries" == *"libharfbuzz-subset.so.0 "* ]] || missing+=(libharfbuzz-subset0)
[ "${#missing[@]}" -eq 0 ] && exit 0

install=(apt-get install --quiet --quiet --yes --no-install-recommends "${missing[@]}")
as_root=(env DEBIAN_FRONTEND=noninteractive)
if ! command -v apt-get >/dev/null; then
  echo "The tests need ${missing[*]}, and this machine has no apt-get: install them by its own means." >&2
  exit 1
fi
if [ "$(id -u)" -ne 0 ]; then
  if ! sudo -n true 2>/dev/null; then
    echo "The tests need ${missing[*]}, and only root may install them: apt-get install ${missing[*]}" >&2
    exit 1
  fi
  as_root=(sudo -n env DEBIAN_FRONTEND=noninteractive)
fi
echo "Installing ${missing[*]}" >&2
if ! { "${as_root[@]}" apt-get update --quiet --quiet && "${as_root[@]}" "${install[@]}"; } >&2; then
  echo "The tests need ${missing[*]}, and installing them failed: apt-get install ${missing[*]}" >&2
  exit 1
fi
