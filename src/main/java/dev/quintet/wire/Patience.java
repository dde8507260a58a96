package dev.quintet.wire;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * How somebody waits for another: as long as a sign of life comes, and no longer than a set time while none does. How long
 * that takes in all says how slow a machine is, and is no reason to give up.
 */
public final class Patience {
    /** The longest silence, unless somebody sets another. */
    public static final Duration USUAL = Duration.ofSeconds(60);

    private static final Duration TOLD_EVERY = Duration.ofSeconds(5);
    private static final int SILENCES_MAX = 10;

    private final Duration silence;
    private final Consumer<String> progress;
    private final LongSupplier nanos;

    Patience(Duration silence, Consumer<String> progress, LongSupplier nanos) {
        this.silence = silence;
        this.progress = progress;
        this.nanos = nanos;
    }

    /**
     * A patience that tells somebody how it goes.
     *
     * @param silence after which a wait is given up
     * @param progress is told every 5 seconds what is waited for, in a line for people
     */
    public Patience(Duration silence, Consumer<String> progress) {
        this(silence, progress, System::nanoTime);
    }

    /** That of whoever has no wish of their own, and nobody to tell. */
    public static Patience usual() {
        return of(USUAL);
    }

    /** The same with another time. */
    public static Patience of(Duration silence) {
        return new Patience(silence, _ -> {});
    }

    /** The longest silence. */
    public Duration silence() {
        return silence;
    }

    /** How long somebody is asked in all who answers each time that it can't. */
    public Duration longest() {
        return silence.multipliedBy(SILENCES_MAX);
    }

    /** For what is silent by nature for so long. */
    public Patience atLeast(Duration natural) {
        return natural.compareTo(silence) > 0 ? new Patience(natural, progress, nanos) : this;
    }

    /** Begins to wait for something that gives no sign before it is there. */
    public Wait begin(String what) {
        return begin(what, () -> 0);
    }

    /**
     * Begins to wait.
     *
     * @param what is waited for, as it reads after "waiting for"
     * @param sign a number that is another one after each sign of life
     */
    public Wait begin(String what, LongSupplier sign) {
        return new Wait(what, sign);
    }

    /** One wait. For one thread. */
    public final class Wait {
        private final String what;
        private final LongSupplier sign;
        private final long begun = nanos.getAsLong();
        private long last;
        private long movedAt = begun;
        private long toldAt = begun;

        private Wait(String what, LongSupplier sign) {
            this.what = what;
            this.sign = sign;
            last = sign.getAsLong();
        }

        /** Whether it is time to give up. To be asked every now and then while it goes on; also tells how it goes. */
        public boolean isOver() {
            long now = nanos.getAsLong();
            long seen = sign.getAsLong();
            if (seen != last) {
                last = seen;
                movedAt = now;
            }
            if (now - movedAt > silence.toNanos()) {
                return true;
            }
            if (now - toldAt >= TOLD_EVERY.toNanos()) {
                toldAt = now;
                progress.accept("waiting for " + what + " for " + soFar().toSeconds()
                        + " s now; given up when nothing comes for " + silence.toSeconds() + " s");
            }
            return false;
        }

        /**
         * Tells how it goes, and gives up in time.
         *
         * @throws SilenceException when it is time to give up
         */
        public void goOn() {
            if (isOver()) {
                throw new SilenceException("Nothing came from " + what + " for " + silence.toSeconds() + " s");
            }
        }

        /** The time since it began. */
        public Duration soFar() {
            return Duration.ofNanos(nanos.getAsLong() - begun);
        }
    }
}
