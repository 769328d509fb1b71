# Sourced by the programs in bin: sets bin, home (where the built server lies) and JAVA_HOME, after building
# what has not been built or whose sources have changed since.
root=${bin%/*}
home=$root/build/server

# shellcheck source=lib/find-jdk.sh
. "$bin/lib/find-jdk.sh"
find_jdk

# Whether something that the server is built from is newer than what was built.
is_stale() {
  [ -f "$home/built" ] || return 0
  [ "$(cat "$home/built")" = "$JAVA_HOME" ] || return 0
  newer=$(find "$root/pom.xml" "$root"/*/pom.xml "$bin/lib" \
    "$root/memory/src/main" "$root/protocol/src/main" "$root/engine/src/main" \
    "$root/commands/src/main" "$root/persistence/src/main" "$root/lua/src/main" "$root/scripting/src/main" \
    "$root/server/src/main" -newer "$home/built" 2> /dev/null | head -n 1)
  [ -n "$newer" ]
}

# A distribution without sources has nothing to be newer than.
while [ -f "$root/pom.xml" ] && is_stale; do
  status=0
  "$bin/lib/build-server" < /dev/null >&2 || status=$?
  case $status in
    0) break ;;
    75) ;; # Another start has been building: look again.
    *) exit 1 ;;
  esac
done

