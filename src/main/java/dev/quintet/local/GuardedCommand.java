package dev.quintet.local;

import java.util.ArrayList;
import java.util.List;

/** Command lines of child processes that must not outlive us, however we die. */
public final class GuardedCommand {
    /**
     * Waits on standard input, which only the parent holds open: its end means that the parent is gone, and then the
     * child must go too. The program takes over the shell's process, so its id, its exit code and signals are those of
     * the process that was started. Ctrl-C reaches a whole terminal group; the child leaves it to the parent, which may
     * still need it while it stops.
     */
    private static final String GUARDED = """
            trap '' INT HUP
            child=$$
            exec 3<&0 </dev/null
            { trap '' TERM; while read -r _ <&3; do :; done; kill -9 $child; } >/dev/null 2>&1 &
            exec 3<&-
            exec "$@"
            """;

    private GuardedCommand() {}

    /**
     * A command that runs a program as long as its standard input is open.
     *
     * @param name what the shell is called until the program takes over, for lists of processes
     */
    public static List<String> of(String name, List<String> program) {
        var command = new ArrayList<>(List.of("/bin/sh", "-c", GUARDED, name));
        command.addAll(program);
        return command;
    }
}
