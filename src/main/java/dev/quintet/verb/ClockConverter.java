package dev.quintet.verb;

import dev.quintet.wire.Clock;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The clocks by name: broker, event. */
final class ClockConverter implements ITypeConverter<Clock> {
    @Override
    public Clock convert(String text) {
        return switch (text) {
            case "broker" -> Clock.BROKER;
            case "event" -> Clock.EVENT;
            default -> throw new TypeConversionException("\"" + text + "\" is no clock; write broker or event");
        };
    }
}
