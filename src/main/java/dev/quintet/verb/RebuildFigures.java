package dev.quintet.verb;

import dev.quintet.verb.GenerationLag.Progress;
import java.time.Duration;
import java.util.Locale;

/** How a rebuild is going, in words. The time left follows from the pace of the last seconds. */
final class RebuildFigures {
    private static final int BAR_LENGTH = 30;

    /** Older than this a pace tells little. */
    private static final Duration LOOK_BACK = Duration.ofSeconds(10);

    private final boolean hasBar;
    private long fromDone = -1;
    private long fromNanos;
    private double recordsPerSecond;

    /** @param hasBar whether a bar is drawn too */
    RebuildFigures(boolean hasBar) {
        this.hasBar = hasBar;
    }

    /** The line for a progress at an instant, in nanoseconds of any clock. */
    String line(Progress progress, long nanos) {
        keepPace(progress.done(), nanos);
        double part = progress.all() == 0 ? 1 : (double) progress.done() / progress.all();
        return String.format(
                Locale.ROOT,
                "%s%d %%: %,d of %,d records, %,d behind, %,.0f a second%s",
                hasBar ? bar(part) : "",
                (int) (part * 100),
                progress.done(),
                progress.all(),
                progress.behind(),
                recordsPerSecond,
                left(progress.behind()));
    }

    private void keepPace(long done, long nanos) {
        if (fromDone < 0) {
            fromDone = done;
            fromNanos = nanos;
        }
        double seconds = (nanos - fromNanos) / 1e9;
        if (seconds > 0.1) {
            recordsPerSecond = Math.max(0, done - fromDone) / seconds;
        }
        if (seconds > LOOK_BACK.toSeconds()) {
            fromDone = done;
            fromNanos = nanos;
        }
    }

    private String left(long behind) {
        return recordsPerSecond < 1 || behind == 0
                ? ""
                : String.format(Locale.ROOT, ", %,d s left", (long) Math.ceil(behind / recordsPerSecond));
    }

    private static String bar(double part) {
        int full = (int) (part * BAR_LENGTH);
        return "[" + "#".repeat(full) + "-".repeat(BAR_LENGTH - full) + "] ";
    }
}
