#!/bin/sh
# Two Kring processes, one PostgreSQL primary and one streaming replica on this machine, to try out what
# docs/scaling.md describes. Needs PostgreSQL's server programs (Debian: apt install postgresql) and a built Kring
# (npm ci && npm run build).
#
#   docs/scaling/set-up.sh start DIRECTORY    makes and starts everything; prints the addresses
#   docs/scaling/set-up.sh stop DIRECTORY     stops everything; the data stays
#   docs/scaling/set-up.sh lose DIRECTORY     stops the replica alone
#   docs/scaling/set-up.sh find DIRECTORY     starts the replica again
#
# The directory must be one that PostgreSQL's account may enter. Ports: 5601 primary, 5602 replica, 3001 and 3002
# Kring; TRY_PORT moves the first of each pair (5601 and 3001) by so many.
set -eu

here=$(cd "$(dirname "$0")/../.." && pwd)
act=${1:-}
directory=${2:-}
if [ -z "$directory" ]; then sed -n '2,14s/^# \{0,1\}//p' "$0"; exit 2; fi
mkdir -p "$directory"
directory=$(cd "$directory" && pwd)
shift_by=${TRY_PORT:-0}
primary_port=$((5601 + shift_by))
replica_port=$((5602 + shift_by))
programs=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
[ -n "$programs" ] || programs=$(dirname "$(command -v initdb || echo /missing/initdb)")
[ -x "$programs/initdb" ] || { echo "PostgreSQL's server programs are missing: apt install postgresql" >&2; exit 1; }

# PostgreSQL refuses to run as root: root lends it the account `postgres`.
as_postgres() {
  if [ "$(id -u)" = 0 ]; then (cd / && runuser -u postgres -- "$@"); else (cd / && "$@"); fi
}

server() { # name port act
  as_postgres "$programs/pg_ctl" -D "$directory/$1" -l "$directory/$1/server.log" -s -w \
    -o "-p $2 -c listen_addresses=127.0.0.1 -c unix_socket_directories=" "$3"
}

url() { echo "postgres://$1:$(cat "$directory/password")@127.0.0.1:$2/$3"; }

make_primary() {
  if [ "$(id -u)" = 0 ]; then chown postgres "$directory"; fi
  # Nobody chose it, and nobody but the server's account reads it.
  (umask 077 && od -An -N24 -tx1 /dev/urandom | tr -d ' \n' > "$directory/password")
  if [ "$(id -u)" = 0 ]; then chown postgres "$directory/password"; fi
  as_postgres "$programs/initdb" -D "$directory/primary" -U postgres -A scram-sha-256 \
    --pwfile="$directory/password" --encoding=UTF8 --locale=C.UTF-8 > /dev/null
  # A replica that is gone must not fill the primary's disk with what it would have to catch up on.
  as_postgres tee -a "$directory/primary/postgresql.conf" > /dev/null <<CONF
wal_level = replica
max_wal_senders = 4
max_replication_slots = 4
max_slot_wal_keep_size = 2GB
CONF
  server primary "$primary_port" start
  psql -q "$(url postgres "$primary_port" postgres)" -v ON_ERROR_STOP=1 -v password="$(cat "$directory/password")" <<'SQL'
CREATE ROLE kring LOGIN PASSWORD :'password';
CREATE DATABASE kring OWNER kring;
CREATE ROLE streaming REPLICATION LOGIN PASSWORD :'password';
SQL
}

make_replica() {
  as_postgres "$programs/pg_basebackup" -D "$directory/replica" -R -X stream -C -S replica -c fast \
    -d "$(url streaming "$primary_port" '')"
  server replica "$replica_port" start
}

kring() { # number
  port=$((3000 + shift_by + $1))
  DATABASE_URL=$(url kring "$primary_port" kring) KRING_REPLICA_URL=$(url kring "$replica_port" kring) \
    PORT=$port node "$here/dist/src/main.js" > "$directory/kring-$1.log" 2>&1 &
  echo $! > "$directory/kring-$1.pid"
  for _ in $(seq 100); do
    if curl -fs "http://localhost:$port/health" > /dev/null; then
      echo "Kring $1     http://localhost:$port"
      return
    fi
    sleep 0.2
  done
  cat "$directory/kring-$1.log" >&2
  exit 1
}

case $act in
  start)
    if [ -d "$directory/primary" ]; then server primary "$primary_port" start; else make_primary; fi
    if [ -d "$directory/replica" ]; then server replica "$replica_port" start; else make_replica; fi
    echo "Primary     $(url kring "$primary_port" kring)"
    echo "Replica     $(url kring "$replica_port" kring)"
    kring 1
    kring 2
    ;;
  stop)
    for number in 1 2; do
      if [ -f "$directory/kring-$number.pid" ]; then kill "$(cat "$directory/kring-$number.pid")" 2>/dev/null || true; fi
    done
    server replica "$replica_port" stop || true
    server primary "$primary_port" stop
    ;;
  lose) server replica "$replica_port" 'stop' ;;
  find) server replica "$replica_port" start ;;
  *) sed -n '2,14s/^# \{0,1\}//p' "$0"; exit 2 ;;
esac
