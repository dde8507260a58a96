package dev.quintet.verb;

import java.io.PrintStream;
import java.time.Duration;
import java.util.function.Supplier;

/** How something is going. On a terminal it is one line that changes, elsewhere a line now and then. */
final class ChangingLine {
    private static final Duration ON_TERMINAL = Duration.ofMillis(200);
    private static final Duration ELSEWHERE = Duration.ofSeconds(5);

    private final PrintStream out;
    private final boolean terminal;
    private long toldAt = System.nanoTime();

    ChangingLine(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** On standard error, so that answers stay alone on standard output. */
    static ChangingLine onStandardError() {
        return new ChangingLine(System.err, isTerminal());
    }

    /** How it is going, if it is time to tell. */
    void tellNowAndThen(Supplier<String> text) {
        long now = System.nanoTime();
        if (now - toldAt < (terminal ? ON_TERMINAL : ELSEWHERE).toNanos()) {
            return;
        }
        toldAt = now;
        if (terminal) {
            out.print("\r\033[K" + text.get());
            out.flush();
        } else {
            out.println(text.get());
        }
    }

    /** Something that a person should know now, in a line that stays. */
    void say(String line) {
        out.println((terminal ? "\r\033[K" : "") + line);
    }

    boolean isOnTerminal() {
        return terminal;
    }

    @SuppressWarnings("SystemConsoleNull") // Never null any more, says one checker; may be, says the other.
    private static boolean isTerminal() {
        var console = System.console();
        return console != null && console.isTerminal();
    }
}
