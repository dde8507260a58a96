# Finds a JDK 25, for machines whose java is another one. Sourced by mvnw and quintet.

# find_jdk PROGRAM: exports as JAVA_HOME the first JDK 25 that has bin/PROGRAM; when none has, fails and changes nothing.
find_jdk() {
    found_jdk=$(jdk_candidates | first_jdk "$1")
    [ -n "$found_jdk" ] || return 1
    JAVA_HOME=$found_jdk
    export JAVA_HOME
}

# One folder a line, best first; many of them do not exist.
jdk_candidates() {
    printf '%s\n' "${JAVA_HOME:-}"
    java_on_path=$(command -v java || true)
    if [ -n "$java_on_path" ]; then
        java_on_path=$(readlink -f "$java_on_path" 2>/dev/null || printf '%s' "$java_on_path")
        dirname "$(dirname "$java_on_path")"
    fi
    env | sed -n 's/^JAVA_HOME_25[A-Za-z0-9_]*=//p'
    for folder in /usr/lib/jvm/* /usr/java/* /opt/* /opt/java/* "${HOME:-}"/.sdkman/candidates/java/* \
        "${HOME:-}"/.jdks/* "${HOME:-}"/.local/share/mise/installs/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
        "${HOME:-}"/Library/Java/JavaVirtualMachines/*/Contents/Home; do
        printf '%s\n' "$folder"
    done
}

first_jdk() {
    while IFS= read -r folder; do
        if [ -x "$folder/bin/java" ] && [ -x "$folder/bin/$1" ] &&
            grep -q '^JAVA_VERSION="25[^0-9]' "$folder/release" 2>/dev/null; then
            printf '%s\n' "$folder"
            return
        fi
    done
}
