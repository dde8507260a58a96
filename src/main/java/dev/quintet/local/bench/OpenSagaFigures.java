package dev.quintet.local.bench;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What many open sagas cost the orders service.
 *
 * @param restoreSeconds from the start of the process to RUNNING, when every saga had to be read from its changelog
 * @param restartSeconds the same after a stop in order, with the state on disk
 * @param punctuationMillis how long one look at the clock takes on average, with nothing due
 * @param punctuationMaxMillis the longest, in whole milliseconds of the clock
 * @param violation a saga that was lost, or did what nobody asked for; null when there is none
 */
record OpenSagaFigures(
        int sagas,
        double restoreSeconds,
        double restartSeconds,
        double punctuationMillis,
        double punctuationMaxMillis,
        @Nullable String violation) {

    String inWords() {
        return violation == null
                ? String.format(
                        Locale.ROOT,
                        "%,d open sagas: restart to RUNNING %.1f s (%.1f s from the changelog); a look at the clock %.4f ms, the longest %.0f",
                        sagas,
                        restartSeconds,
                        restoreSeconds,
                        punctuationMillis,
                        punctuationMaxMillis)
                : "WRONG: " + violation;
    }
}
