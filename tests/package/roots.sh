# shellcheck shell=bash disable=SC2154
# The root file systems that the packages are tried in. Read by run.sh.
bare=$work/bare debian=$work/debian
person=1000 home=/home/person

# Without root, the kernel lends one to whoever asks: enough for a root without devices and users.
as_person=("$(PATH=$PATH:/usr/sbin command -v chroot)" "--userspec=$person:$person" --groups=)
if [ "$(id -u)" -ne 0 ]; then
  person=$(id -u)
  as_person=(unshare --map-root-user "${as_person[0]}")
fi

# in_root ROOT COMMAND…: as an ordinary user, with an environment of its own; VARIABLE=VALUE in
# the list `settings` goes with it.
settings=()
in_root() {
  local root=$1; shift
  env -i HOME=$home PATH=/usr/local/bin:/usr/bin:/bin GRIDVISIT_TODAY=2026-11-20 "${settings[@]}" \
    "${as_person[@]}" "$root" "$@"
}

make_home() {
  install -d -m 0755 "$1/home"
  if [ "$(id -u)" -eq 0 ]; then
    install -d -m 0700 -o "$person" -g "$person" "$1$home"
  else
    install -d -m 0700 "$1$home"
  fi
}

# A root that holds glibc, and nothing else: no shell, no /proc, no devices, no other library.
make_bare() {
  mkdir "$bare"
  dpkg -L libc6 | grep -Ev '^/usr/share/' | while read -r file; do
    [ -d "$file" ] || echo "$file"
  done | tar -C / -c -T - 2>"$work/log" | tar -C "$bare" -x
  make_home "$bare"
}

mirror_of_debian_12() {
  apt-get indextargets --format '$(SITE)' 'Created-By: Packages' 'Codename: bookworm' \
    'Component: main' 'Origin: Debian' | head -n 1
}

install_debootstrap() {
  ! command -v debootstrap >/dev/null || return 0
  echo "package: installing debootstrap"
  { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -q -y \
    --no-install-recommends debootstrap; } >"$work/log" 2>&1 </dev/null
}

# fetch_debian KEPT: a minimal Debian 12 as an archive.
fetch_debian() {
  local kept=$1 mirror
  mirror=$(mirror_of_debian_12)
  [ -n "$mirror" ] || { skip "this machine's apt knows no mirror of Debian 12"; return 1; }
  install_debootstrap || { skip "debootstrap can't be installed"; return 1; }
  echo "package: fetching a minimal Debian 12"
  debootstrap --variant=minbase bookworm "$work/fetched" "$mirror" >"$work/log" 2>&1 </dev/null ||
    { skip "debootstrap failed: $(tail -n 1 "$work/log")"; return 1; }
  rm -f "$work"/fetched/var/cache/apt/archives/*.deb
  mkdir -p "$(dirname "$kept")"
  tar -C "$work/fetched" -cf "$kept.new" . && mv "$kept.new" "$kept"
  rm -rf --one-file-system "$work/fetched"
}

make_debian() {
  local kept=$project/.build/package/debian-12.tar
  if [ "$(id -u)" -ne 0 ]; then
    skip "package and pdf: a Debian to install them in needs root"
    return 1
  fi
  if ! unshare --mount true 2>/dev/null; then
    skip "package and pdf: this machine lets nobody mount /proc"
    return 1
  fi
  [ -f "$kept" ] || fetch_debian "$kept" || return 1
  mkdir "$debian"
  tar -C "$debian" -xf "$kept"
  make_home "$debian"
  chroot "$debian" useradd --uid "$person" --home-dir $home --shell /bin/sh person
}

# in_debian COMMAND…: as root there, with /proc, which goes away with the command.
in_debian() {
  env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive \
    ${http_proxy:+"http_proxy=$http_proxy"} \
    unshare --mount sh -c 'mount -t proc proc "$1/proc" && exec chroot "$@"' sh "$debian" "$@"
}
