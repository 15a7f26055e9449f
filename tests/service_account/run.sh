#!/usr/bin/env bash
# Tries examples/service-account on this machine, with users of its own: run.sh PROGRAM SETUP
# Exit 77, with the reason, where it can't be tried.
set -uo pipefail
built=$1 setup=$2

skip() { echo "SKIPPED: $*"; exit 77; }
[ "$(id -u)" -eq 0 ] || skip "making users needs root"
for tool in sudo visudo useradd userdel groupdel runuser flock sqlite3; do
  command -v "$tool" >/dev/null || skip "$tool is not installed"
done
sudo -n true 2>/dev/null || skip "sudo does not work here"
exec 9>/run/lock/gridvisit-service-account-test
flock 9

keeper=gvtest-keeper worker=gvtest-worker chief=gvtest-chief clerk=gvtest-clerk guest=gvtest-guest
folder=/usr/local/lib/gvtest-program home=/var/lib/gvtest-keeper
program=$folder/gridvisit database=$home/gridvisit.db rule=/etc/sudoers.d/$keeper
unset "${!GRIDVISIT_@}" "${!SUDO_@}"
export LC_ALL=C.UTF-8

remove_everything() {
  rm -f "$rule"
  for user in $worker $chief $clerk $guest $keeper; do
    ! getent passwd $user >/dev/null || userdel $user 2>/dev/null
  done
  ! getent group $keeper >/dev/null || groupdel $keeper 2>/dev/null
  rm -rf "$folder" "$home" /tmp/gvtest-*
}
remove_everything
trap remove_everything EXIT
for user in $worker $chief $clerk $guest; do
  useradd --no-create-home --shell /usr/sbin/nologin $user || skip "users can't be made here"
done
install -d -m 0755 "$folder"
install -m 0755 "$built" "$program"

failures=0 checks=0
# expect CODE TEXT WHAT COMMAND…: its exit code (or "no" for any but 0), and what it prints.
expect() {
  local code=$1 text=$2 what=$3 out got; shift 3
  out=$("$@" 2>&1 </dev/null); got=$?
  checks=$((checks + 1))
  if [[ $out == *"$text"* ]] && { [ "$code" = "$got" ] || { [ "$code" = no ] && [ $got -ne 0 ]; }; }; then
    return
  fi
  failures=$((failures + 1))
  printf 'FAILED: %s\n  exit %s instead of %s; wanted: %s\n%s\n' "$what" "$got" "$code" "$text" "$out"
}
# as USER COMMAND…: with an environment that the user chose.
as() { local user=$1; shift; runuser -u "$user" -- env -i LC_ALL=C.UTF-8 PATH=/usr/bin:/bin "$@"; }
# through USER ARGUMENT…: the program through sudo.
through() { local user=$1; shift; as "$user" sudo -n -u $keeper $program "$@"; }
sum() { sha256sum <"$1"; }
options=(--program $program --user $keeper --home $home --administrator $chief)

expect 0 "useradd" "a dry run says what it would do" "$setup" "${options[@]}" --dry-run
expect no "" "and does nothing" getent passwd $keeper
chmod 0757 "$folder"
expect 1 "can be written by others" "a program that others can replace is refused" \
  "$setup" "${options[@]}"
chmod 0755 "$folder"
expect no "" "and nothing was done" getent passwd $keeper
expect 0 "Done." "the set-up" "$setup" "${options[@]}"
before=$(sum "$database")
expect 0 "Done." "a second time" "$setup" "${options[@]}"
expect 0 "$before" "changes nothing" sum "$database"
expect 0 "600 $keeper $keeper" "mode of the database" stat -c '%a %U %G' "$database"
expect 0 "700 $keeper" "mode of the folder" stat -c '%a %U' "$home"
expect 0 "644 root" "the settings are root's" stat -c '%a %U' "$home/.config/gridvisit/config.toml"
expect 0 "440 root" "mode of the rule" stat -c '%a %U' "$rule"
for user in $worker $clerk; do usermod --append --groups $keeper $user; done

expect 0 "Added area" "the administrator works through sudo" \
  through $chief area add G01 Grid --kind grid
for code in W01 W02; do through $chief worker add $code Example >/dev/null; done
through $chief assign add W01 G01 --from 2020-01-01 >/dev/null
through $chief household add G01-1 G01 --name Example --from 2020-01-01 >/dev/null
expect 0 "worker W01" "members are added" through $chief member add $worker worker --worker W01
through $chief member add $clerk coordinator >/dev/null

expect 0 "Saved visit 1" "a worker logs a visit" through $worker add G01-1 first
expect 0 "$worker|W01|add|1" "the audit names the real person" \
  sqlite3 "$database" "SELECT actor, worker, operation, reference FROM audit ORDER BY sequence DESC LIMIT 1"
expect 8 "can't act as W02" "not as somebody else" through $worker add G01-1 --as W02
expect 0 "Saved visit 2" "whatever the environment says" \
  as $worker env GRIDVISIT_WORKER=W02 sudo -n -u $keeper $program add G01-1 second
expect 0 "$worker|W01" "it is still this worker" \
  sqlite3 "$database" "SELECT actor, worker FROM audit ORDER BY sequence DESC LIMIT 1"
expect no "not allowed to set" "the environment can't be given to sudo" \
  as $worker sudo -n -u $keeper GRIDVISIT_WORKER=W02 $program status
expect no "" "nor kept" as $worker sudo -n -E -u $keeper $program status
chief_id=$(id -u $chief)
expect no "not allowed to set" "nor another identity" \
  as $worker sudo -n -u $keeper SUDO_UID="$chief_id" $program member list
expect 8 "needs the role administrator" "an identity of the own environment is lost" \
  as $worker env SUDO_UID="$chief_id" SUDO_USER=$chief sudo -n -u $keeper $program member list
expect 8 "" "without sudo the file is closed, whoever one says to be" \
  as $worker env SUDO_UID="$chief_id" GRIDVISIT_DB=$database $program member list
expect 8 "needs the role" "a worker makes no report" through $worker report month

expect no "Permission denied" "the file can't be read" as $worker cat "$database"
expect no "Permission denied" "nor copied" as $worker cp "$database" /tmp/gvtest-copy
expect no "Permission denied" "nor its folder listed" as $worker ls "$home"
expect no "" "no other command" as $worker sudo -n -u $keeper /bin/cat "$database"
expect no "" "no shell" as $worker sudo -n -u $keeper /bin/sh -c id
expect no "" "no other user" as $worker sudo -n -u root $program status
expect no "" "no rule for who is not of the group" through $guest status
usermod --append --groups $keeper $guest
expect 8 "$guest is no member" "the group alone is not enough" through $guest status

expect 8 "--db can't be" "no other database" through $worker status --db /tmp/gvtest-other.db
expect 8 "not for who comes through sudo" "none is made" through $worker init
expect 0 '"worker":"W01"' "GRIDVISIT_DB and HOME lead nowhere else" \
  as $chief env GRIDVISIT_DB=/tmp/gvtest-other.db HOME=/tmp XDG_CONFIG_HOME=/tmp \
  sudo -n -u $keeper $program worker show W01 --format json --lang en
expect 8 "not for who comes through sudo" "the settings stay" through $worker config set worker W02
before=$(sum "$database")
expect 8 "would be opened by the account" "no file is written by the account" \
  through $clerk export visits -o "$database" --force
expect 8 "would be opened by the account" "nor read" through $clerk import visits "$database"
expect 0 "$before" "the database is as it was" sum "$database"
expect 0 "household,worker,day" "the answer leaves by stdout" through $clerk export visits
expect 0 "Imported: 1 new" "and a file comes in by stdin" as $clerk bash -c \
  "printf 'area,name,kind\nG02,Other,grid\n' | sudo -n -u $keeper $program import areas -"
expect 0 "owes a visit" "on a terminal as well" \
  as $worker TERM=dumb script -qec "sudo -n -u $keeper $program due --pager" /dev/null

through $chief member end $worker >/dev/null
expect 8 "no member" "who is no member any more is out at once" through $worker status

expect 0 "Keeping" "undo" "$setup" --undo "${options[@]}"
expect no "" "the account is gone" getent passwd $keeper
expect no "" "and the rule" ls "$rule"
expect 0 "600 root" "the data is root's" stat -c '%a %U' "$database"
expect 0 "" "a second undo finds nothing to do" "$setup" --undo "${options[@]}"
expect 0 "Removing" "the data goes on demand" "$setup" --undo --remove-data "${options[@]}"
expect no "" "and is gone" ls "$home"

# The shared group: what holds, and what does not.
expect 0 "Done." "the shared group" "$setup" --shared-group "${options[@]}"
expect 0 "Done." "a second time" "$setup" --shared-group "${options[@]}"
usermod --append --groups $keeper $worker
shared() { local user=$1; shift; as "$user" env GRIDVISIT_DB=$database $program "$@"; }
expect 0 "Added area" "a member writes" shared $chief area add G01 Grid --kind grid
shared $chief worker add W01 Example >/dev/null
shared $chief assign add W01 G01 --from 2020-01-01 >/dev/null
shared $chief household add G01-1 G01 --from 2020-01-01 >/dev/null
shared $chief member add $worker worker --worker W01 >/dev/null
expect 0 "Saved visit 1" "and another" shared $worker add G01-1 first
expect 0 "Added area" "and the first again" shared $chief area add G02 Grid --kind grid
expect 0 "660 root $keeper" "mode of the shared file" stat -c '%a %U %G' "$database"
expect 8 "needs the role" "roles hold in the program" shared $worker report month
expect 8 "can't act as" "also for who one is" shared $worker add G01-1 --as W02
expect 8 "" "SUDO_UID says nothing" \
  as $worker env SUDO_UID="$chief_id" GRIDVISIT_DB=$database $program member list
expect 8 "" "the file is closed to others" shared $guest status
expect 0 "SQLite format 3" "but another program reads it: that is the limit" \
  as $worker head -c 15 "$database"
expect 0 "Removing" "undo" "$setup" --undo --remove-data "${options[@]}"

echo "$checks checks, $failures failures"
[ "$failures" -eq 0 ] && [ "$checks" -gt 60 ]
