#!/usr/bin/env bash
# Sets up an account that keeps one database for several people, who reach it only through sudo.
set -euo pipefail

usage() {
  cat <<'END'
Usage: examples/service-account/setup.sh [--dry-run] [OPTION…]             as root
       examples/service-account/setup.sh --undo [--remove-data] [OPTION…]

Makes a system user that owns the database, and a rule for sudo that lets the members of its group
run gridvisit, and nothing else, as that user. What is there already is left or put right; a second
run changes nothing.

  --administrator USER  the first member of the database, who adds the others; joins the group
  --program FILE        the program that the rule names          (/usr/local/bin/gridvisit)
  --user NAME           the account, and its group               (gridvisit)
  --home FOLDER         of the account, with the database in it  (/var/lib/gridvisit)
  --shared-group        no sudo: the group itself may write the file (0660 in a folder 2770). Roles
                        then keep from mistakes, not from misuse
  --dry-run             say what would be done, and do nothing
  --undo                remove the rule, the user and the group; the data stays, for root alone
  --remove-data         with --undo: also the folder with the database

用法：以 root 运行，选项同上。建立一个保管数据库的系统账户，并写一条 sudo 规则，使其组成员只能以该账户
运行 gridvisit。已有的保持不变；--dry-run 只说明不执行；--undo 撤销，数据留给 root。
END
}

fail() {
  echo "setup: $*" >&2
  exit 1
}

program=/usr/local/bin/gridvisit user=gridvisit home=/var/lib/gridvisit administrator=
shared= dry= undo= remove_data=
while [ $# -gt 0 ]; do
  case "$1" in
    -h | --help) usage; exit 0 ;;
    --dry-run) dry=1; shift ;;
    --shared-group) shared=1; shift ;;
    --undo) undo=1; shift ;;
    --remove-data) remove_data=1; shift ;;
    --program | --user | --home | --administrator)
      [ $# -ge 2 ] && [ -n "$2" ] || fail "$1 needs a value; see --help"
      case "$1" in
        --program) program=$2 ;;
        --user) user=$2 ;;
        --home) home=$2 ;;
        --administrator) administrator=$2 ;;
      esac
      shift 2 ;;
    *) fail "$1 is not known; see --help" ;;
  esac
done
[[ $user =~ ^[a-z_][a-z0-9_-]*$ ]] || fail "$user can't be the name of an account"
[[ $program$home =~ ^[A-Za-z0-9/._-]+$ && $program == /* && $home == /*/* ]] ||
  fail "program and home must be absolute paths of plain letters"
[ -n "$dry" ] || [ "$(id -u)" -eq 0 ] || fail "must be run as root (or with --dry-run)"
database=$home/gridvisit.db
config=$home/.config/gridvisit/config.toml
rule=/etc/sudoers.d/$user

case "${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}" in zh*) chinese=1 ;; *) chinese= ;; esac
# say ENGLISH CHINESE: what is done next.
say() { if [ -n "$chinese" ]; then echo "== $2"; else echo "== $1"; fi; }
# run COMMAND…: shows it and, unless this is a dry run, runs it.
run() {
  printf '   '; printf '%q ' "$@"; echo
  [ -n "$dry" ] || "$@"
}
# write FILE MODE: keeps what comes from stdin, if it is not there already.
write() {
  local text; text=$(cat)
  if [ -f "$1" ] && [ "$(cat "$1")" = "$text" ]; then return; fi
  echo "   write $1 (mode $2):"; sed 's/^/     /' <<<"$text"
  [ -n "$dry" ] || { install -o root -g root -m "$2" /dev/stdin "$1.new" <<<"$text"; mv "$1.new" "$1"; }
}
# as_keeper ARGUMENT…: runs the program as the account itself, with nothing of this environment.
as_keeper() { runuser -u "$user" -- env -i HOME="$home" LC_ALL=C.UTF-8 "$program" "$@"; }

take_down() {
  say "Removing the rule for sudo" "删除 sudo 规则"
  [ ! -e "$rule" ] || run rm "$rule"
  say "Removing the user and the group $user" "删除用户和组 $user"
  ! getent passwd "$user" >/dev/null || run userdel "$user"
  ! getent group "$user" >/dev/null || run groupdel "$user"
  [ -d "$home" ] || return 0
  if [ -n "$remove_data" ]; then
    say "Removing $home with the database" "删除 $home 及其中的数据库"
    run rm -r "$home"
  else
    say "Keeping $home, for root alone" "保留 $home，只有 root 可读"
    run chown -R root:root "$home"
    run chmod -R go= "$home"
  fi
}

# A program that others may replace would run whatever they like as the account.
check_program() {
  [ -x "$program" ] && [ ! -L "$program" ] || fail "there is no program $program; name it with --program"
  local place=$program
  while :; do
    [ "$(stat -c %u "$place")" -eq 0 ] && [ $((0$(stat -c %a "$place") & 022)) -eq 0 ] ||
      fail "$place can be written by others than root: install the program elsewhere"
    [ "$place" != / ] || break
    place=$(dirname "$place")
  done
}

make_account() {
  say "The group $user, whose members may use the database" "组 $user：其成员可以使用数据库"
  getent group "$user" >/dev/null || run groupadd --system "$user"
  [ -z "$shared" ] || return 0
  say "The account $user, which nobody can log in to" "账户 $user：不能登录"
  getent passwd "$user" >/dev/null ||
    run useradd --system --gid "$user" --home-dir "$home" --no-create-home \
      --shell /usr/sbin/nologin --comment "keeps the gridvisit database" "$user"
}

# Root owns the settings, so that not even the program as the account can change them.
make_home() {
  say "The folder $home, open to the account alone" "目录 $home：只有该账户可以进入"
  run install -d -o "$user" -g "$user" -m 0700 "$home"
  run install -d -o root -g root -m 0755 "$home/.config" "$home/.config/gridvisit"
  write "$config" 0644 <<END
# The account serves others: gridvisit believes sudo who they are, and takes no other database.
service_account = "true"
database = "$database"
END
}

write_rule() {
  say "The rule for sudo" "sudo 规则"
  local text="# Members of the group $user may run gridvisit as the account that keeps the database.
Defaults>$user env_reset, !setenv, always_set_home, umask=0077, umask_override
%$user ALL=($user) NOPASSWD:NOEXEC:NOSETENV: $program"
  visudo -cqf /dev/stdin <<<"$text" || fail "sudo does not take the rule"
  write "$rule" 0440 <<<"$text"
}

make_database() {
  say "The database $database" "数据库 $database"
  if [ -n "$dry" ]; then
    [ -e "$database" ] || echo "   gridvisit init"
    [ -z "$administrator" ] || echo "   gridvisit member add $administrator administrator"
    return 0
  fi
  [ -e "$database" ] || as_keeper init
  chmod 0600 "$database"
  add_administrator as_keeper
}

# add_administrator RUNNER: with gridvisit run by RUNNER, unless there are members already.
add_administrator() {
  [ -n "$administrator" ] || return 0
  id "$administrator" >/dev/null || fail "there is no user $administrator"
  [ "$("$1" member list --all --format csv | wc -l)" -gt 1 ] ||
    "$1" member add "$administrator" administrator
  id -nG "$administrator" | tr ' ' '\n' | grep -qx "$user" ||
    run usermod --append --groups "$user" "$administrator"
}

as_root() { env -i HOME=/root LC_ALL=C.UTF-8 GRIDVISIT_DB="$database" "$program" "$@"; }

make_shared() {
  say "The folder $home of the group $user" "组 $user 的目录 $home"
  run install -d -o root -g "$user" -m 2770 "$home"
  [ -z "$dry" ] || return 0
  [ -e "$database" ] || as_root init
  chgrp "$user" "$database"
  chmod 0660 "$database"
  add_administrator as_root
  for file in "$database"-*; do
    [ ! -e "$file" ] || { chgrp "$user" "$file"; chmod 0660 "$file"; }
  done
}

if [ -n "$undo" ]; then
  take_down
  exit 0
fi
command -v sudo >/dev/null && command -v visudo >/dev/null || [ -n "$shared" ] ||
  fail "sudo is not installed (apt-get install sudo), and --shared-group was not given"
check_program
make_account
if [ -n "$shared" ]; then
  make_shared
  say "Done. Each person: usermod -aG $user NAME, and GRIDVISIT_DB=$database in their environment" \
    "完成。每个人：usermod -aG $user 用户，并在其环境中设置 GRIDVISIT_DB=$database"
else
  make_home
  write_rule
  make_database
  say "Done. Each person: usermod -aG $user NAME; then sudo -u $user $program …" \
    "完成。每个人：usermod -aG $user 用户；然后 sudo -u $user $program …"
fi
