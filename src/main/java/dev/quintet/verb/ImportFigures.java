package dev.quintet.verb;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** How an import is going. On a terminal it is one line that changes, elsewhere a line now and then. */
final class ImportFigures {
    private static final Duration ON_TERMINAL = Duration.ofMillis(200);
    private static final Duration ELSEWHERE = Duration.ofSeconds(5);

    private final PrintStream out;
    private final boolean terminal;
    private final long begun = System.nanoTime();
    private long toldAt = begun;
    private long lines;
    private long accepted;
    private long refused;
    private long skipped;

    ImportFigures(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    void judged(boolean isAccepted) {
        lines++;
        if (isAccepted) {
            accepted++;
        } else {
            refused++;
        }
        tellNowAndThen();
    }

    void skipped(long number, String cause) {
        lines++;
        skipped++;
        say("line " + number + " is skipped: " + cause);
    }

    /** Something that a person should know now. */
    void say(String line) {
        out.println((terminal ? "\r\033[K" : "") + line);
    }

    void finish() {
        say(text());
    }

    private void tellNowAndThen() {
        long now = System.nanoTime();
        if (now - toldAt < (terminal ? ON_TERMINAL : ELSEWHERE).toNanos()) {
            return;
        }
        toldAt = now;
        if (terminal) {
            out.print("\r\033[K" + text());
            out.flush();
        } else {
            out.println(text());
        }
    }

    private String text() {
        double seconds = Math.max(1e-3, (System.nanoTime() - begun) / 1e9);
        return String.format(
                Locale.ROOT,
                "%d lines, %.0f a second: %d accepted, %d refused, %d skipped",
                lines,
                lines / seconds,
                accepted,
                refused,
                skipped);
    }
}
