# shellcheck shell=sh
# Finds a JDK for the launchers. Sourced by POSIX shells: find_jdk sets and exports JAVA_HOME, or
# says what to install and returns 1. Starts no process where JAVA_HOME or java's folder tells its
# version in a file named release, as every JDK does.

JDK_WANTED=25

# The first of these that holds a JDK of at least $JDK_WANTED.
find_jdk() {
  if is_wanted_jdk "${JAVA_HOME:-}"; then
    export JAVA_HOME
    return 0
  fi
  found_on_path=$(command -v javac 2> /dev/null) && found_on_path=$(real_path "$found_on_path")
  set +f
  for candidate in \
    "${found_on_path%/bin/javac}" \
    /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /opt/* /opt/java/* /opt/jdk/* \
    "${HOME:-/root}"/.sdkman/candidates/java/* "${HOME:-/root}"/.jdks/* \
    "${HOME:-/root}"/.asdf/installs/java/* "${HOME:-/root}"/.local/share/mise/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "${HOME:-/root}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    if is_wanted_jdk "$candidate"; then
      JAVA_HOME=$candidate
      export JAVA_HOME
      return 0
    fi
  done
  explain_missing_jdk >&2
  return 1
}

# Whether a folder holds a JDK, and one that is new enough.
is_wanted_jdk() {
  [ -n "$1" ] && [ -x "$1/bin/javac" ] && [ -x "$1/bin/java" ] || return 1
  jdk_version=
  if [ -r "$1/release" ]; then
    while IFS='=' read -r name value; do
      if [ "$name" = JAVA_VERSION ]; then
        jdk_version=${value#\"}
        break
      fi
    done < "$1/release"
  fi
  if [ -z "$jdk_version" ]; then
    jdk_version=$("$1/bin/javac" -version 2>&1) || return 1
    jdk_version=${jdk_version#javac }
  fi
  jdk_version=${jdk_version%%[!0-9]*}
  [ -n "$jdk_version" ] && [ "$jdk_version" -ge "$JDK_WANTED" ]
}

# A path with its symbolic links resolved, where the system can do that.
real_path() {
  readlink -f "$1" 2> /dev/null || echo "$1"
}

explain_missing_jdk() {
  cat << TEXT
jacinth: no JDK $JDK_WANTED or newer found.
Looked at JAVA_HOME${JAVA_HOME:+ ($JAVA_HOME)}, at javac on the PATH, and in /usr/lib/jvm, /opt, ~/.sdkman, ~/.jdks and
the other usual folders. Install one, for example:
  Debian, Ubuntu   apt-get install openjdk-$JDK_WANTED-jdk-headless
  Fedora           dnf install java-$JDK_WANTED-openjdk-devel
  macOS            brew install openjdk@$JDK_WANTED
  SDKMAN           sdk install java $JDK_WANTED-tem
or set JAVA_HOME to where one lies.
TEXT
}
