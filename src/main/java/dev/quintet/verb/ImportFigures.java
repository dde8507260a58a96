package dev.quintet.verb;

import java.util.Locale;

/** How an import is going. */
final class ImportFigures {
    private final ChangingLine line;
    private final long begun = System.nanoTime();
    private long lines;
    private long accepted;
    private long refused;
    private long skipped;

    ImportFigures(ChangingLine line) {
        this.line = line;
    }

    void judged(boolean isAccepted) {
        lines++;
        if (isAccepted) {
            accepted++;
        } else {
            refused++;
        }
        line.tellNowAndThen(this::text);
    }

    void skipped(long number, String cause) {
        lines++;
        skipped++;
        say("line " + number + " is skipped: " + cause);
    }

    boolean hasSkipped() {
        return skipped > 0;
    }

    /** Something that a person should know now. */
    void say(String text) {
        line.say(text);
    }

    void finish() {
        say(text());
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
