package dev.quintet.verb;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Durations as people write them: 30s, 10m, 2h, or ISO 8601. */
final class DurationConverter implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
        try {
            var upper = text.toUpperCase(Locale.ROOT);
            var duration = Duration.parse(upper.startsWith("P") ? upper : "PT" + upper);
            if (!duration.isPositive() || duration.compareTo(Until.FOREVER) > 0) {
                throw new TypeConversionException("\"" + text + "\" is not more than 0 and at most 100 years");
            }
            return duration;
        } catch (DateTimeParseException _) {
            throw new TypeConversionException("\"" + text + "\" is no duration; write 30s, 10m or 2h");
        }
    }
}
