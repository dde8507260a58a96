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

    private static final Pattern NOTATION = Pattern.compile("([A-Z_]+)(?:\\(\\s*([^()]*?)\\s*\\))?");
    private static final Pattern DAYS = Pattern.compile("(\\d+)D");

    private LimitWindowNotation() {}

    /** The window that a text means; empty when it means none. Durations are {@code 90s}, {@code 30m}, {@code 24h}, {@code 7d} or ISO 8601. */
    public static Optional<LimitWindow> parse(String text) {
        var matcher = NOTATION.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var argument = Optional.ofNullable(matcher.group(2));
        return switch (matcher.group(1)) {
            case "SALE" -> argument.isPresent() ? Optional.empty() : Optional.of(new LimitWindow.Sale());
            case "ROLLING" -> argument.flatMap(LimitWindowNotation::duration).map(LimitWindow.Rolling::new);
            case "CALENDAR_DAY" -> argument.flatMap(LimitWindowNotation::zone).map(LimitWindow.CalendarDay::new);
            default -> Optional.empty();
        };
    }

    /** The text of a window; {@link #parse} gives the window back. */
    public static String print(LimitWindow window) {
        return switch (window) {
            case LimitWindow.Sale _ -> "SALE";
            case LimitWindow.Rolling(var length) -> "ROLLING(" + length + ")";
            case LimitWindow.CalendarDay(var zone) -> "CALENDAR_DAY(" + zone.getId() + ")";
        };
    }

    private static Optional<Duration> duration(String text) {
        var upper = text.toUpperCase(Locale.ROOT).replaceAll("\\s", "");
        var iso = DAYS.matcher(upper).matches() ? "P" + upper : upper.startsWith("P") ? upper : "PT" + upper;
        try {
            return Optional.of(Duration.parse(iso));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<ZoneId> zone(String text) {
        try {
            return Optional.of(ZoneId.of(text));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
