package dev.quintet.verb;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The time of a patience: none at all would give up what is well. */
final class PatienceConverter implements ITypeConverter<Duration> {
    private static final Duration MIN = Duration.ofSeconds(1);
    private static final Duration MAX = Duration.ofHours(1);

    private final DurationConverter durations = new DurationConverter();

    @Override
    public Duration convert(String text) {
        var duration = durations.convert(text);
        if (duration.compareTo(MIN) < 0 || duration.compareTo(MAX) > 0) {
            throw new TypeConversionException("\"" + text + "\" must be 1s to 1h");
        }
        return duration;
    }
}
