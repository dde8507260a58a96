package dev.quintet.domain.limit;

import java.time.Duration;
import java.time.ZoneId;

/** In which window a limit counts. */
public sealed interface LimitWindow {

    /** Any interval {@code (t - length, t]}: an order exactly {@code length} old no longer counts. */
    record Rolling(Duration length) implements LimitWindow {}

    /** From the start of the promotion to its end. */
    record Sale() implements LimitWindow {}

    /**
     * A calendar day of a zone: every instant at which its calendar shows the date. 23 or 25 hours long when the clocks
     * change, and in two pieces where they go back across midnight.
     */
    record CalendarDay(ZoneId zone) implements LimitWindow {}
}
