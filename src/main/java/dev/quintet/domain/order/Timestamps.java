package dev.quintet.domain.order;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Instants as texts, in UTC: the one form in which we write them, and the bounds within which we take them. */
public final class Timestamps {
    /** The form in words, for messages. */
    public static final String RULE = "an instant such as 2026-03-02T10:00:00Z, of the years 0001 to 9999";

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

    /** Java's own leaves out milliseconds that are zero, and such texts do not sort as their times do. */
    private static final DateTimeFormatter MILLISECONDS_ALWAYS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

    private Timestamps() {}

    /** An instant with its milliseconds, also where they are zero: 2026-03-02T10:00:00.000Z. */
    public static String text(Instant instant) {
        return MILLISECONDS_ALWAYS.format(instant);
    }

    /**
     * The instant that a text of ISO 8601 means, cut to the milliseconds that Kafka and Avro carry.
     *
     * @throws DateTimeException when it means none, or one that is further away than people mean: a Java instant may lie
     *     where neither milliseconds nor calendars count any more
     */
    public static Instant parse(String text) {
        var instant = Instant.parse(text);
        if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
            throw new DateTimeException("out of range");
        }
        return instant.truncatedTo(ChronoUnit.MILLIS);
    }
}
