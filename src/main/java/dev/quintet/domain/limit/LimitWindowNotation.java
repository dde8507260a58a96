package dev.quintet.domain.limit;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How a limit's window is written: {@code ROLLING(24h)}, {@code SALE}, {@code CALENDAR_DAY(Europe/Berlin)}. */
public final class LimitWindowNotation {
    /** The notation in words, for messages. */
    public static final String RULE = "ROLLING(24h), SALE or CALENDAR_DAY(Europe/Berlin)";

    private static final String ROLLING = "ROLLING";
    private static final String SALE = "SALE";
    private static final String CALENDAR_DAY = "CALENDAR_DAY";
    private static final int ARGUMENT_LENGTH_MAX = 64;
    private static final Pattern DAYS = Pattern.compile("\\d+D");

    private LimitWindowNotation() {}

    /** The window that a text means; empty when it means none. */
    public static Optional<LimitWindow> parse(String text) {
        var notation = text.strip();
        if (notation.equals(SALE)) {
            return Optional.of(new LimitWindow.Sale());
        }
        return argument(notation, ROLLING)
                .flatMap(LimitWindowNotation::rolling)
                .or(() -> argument(notation, CALENDAR_DAY).flatMap(LimitWindowNotation::calendarDay));
    }

    /** A rolling window of a length such as {@code 90s}, {@code 30m}, {@code 24h}, {@code 7d} or ISO 8601, in whole milliseconds. */
    public static Optional<LimitWindow> rolling(String length) {
        return duration(length).map(LimitWindow.Rolling::new);
    }

    /** A calendar day of a zone by its IANA name. */
    public static Optional<LimitWindow> calendarDay(String zone) {
        try {
            return isLong(zone) ? Optional.empty() : Optional.of(new LimitWindow.CalendarDay(ZoneId.of(zone)));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /** The text of a window; {@link #parse} gives the window back. */
    public static String print(LimitWindow window) {
        return switch (window) {
            case LimitWindow.Sale _ -> SALE;
            case LimitWindow.Rolling(var length) -> ROLLING + "(" + print(length) + ")";
            case LimitWindow.CalendarDay(var zone) -> CALENDAR_DAY + "(" + zone.getId() + ")";
        };
    }

    // Not by a regular expression: one that allows blanks on both sides takes minutes over a long text of blanks.
    private static Optional<String> argument(String notation, String kind) {
        return notation.startsWith(kind + "(") && notation.endsWith(")")
                ? Optional.of(notation.substring(kind.length() + 1, notation.length() - 1)
                        .strip())
                : Optional.empty();
    }

    private static Optional<Duration> duration(String text) {
        if (isLong(text)) {
            return Optional.empty();
        }
        var upper = text.toUpperCase(Locale.ROOT);
        var iso = DAYS.matcher(upper).matches() ? "P" + upper : upper.startsWith("P") ? upper : "PT" + upper;
        try {
            var duration = Duration.parse(iso);
            return duration.equals(Duration.ofMillis(duration.toMillis())) ? Optional.of(duration) : Optional.empty();
        } catch (DateTimeException | ArithmeticException _) {
            return Optional.empty();
        }
    }

    private static boolean isLong(String argument) {
        return argument.length() > ARGUMENT_LENGTH_MAX;
    }

    /** People say 24h and 7d; what does not come out even is left to ISO 8601. */
    private static String print(Duration length) {
        if (!length.isPositive() || length.toNanosPart() != 0) {
            return length.toString();
        }
        long seconds = length.toSeconds();
        if (seconds % 60 != 0) {
            return seconds + "s";
        }
        if (seconds % 3_600 != 0) {
            return seconds / 60 + "m";
        }
        return length.toDays() > 1 && seconds % 86_400 == 0 ? length.toDays() + "d" : length.toHours() + "h";
    }
}
