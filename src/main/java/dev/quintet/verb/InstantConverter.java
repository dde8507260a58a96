package dev.quintet.verb;

import dev.quintet.domain.order.Timestamps;
import java.time.DateTimeException;
import java.time.Instant;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Instants as in ISO 8601, in UTC or with an offset. Cut to milliseconds, as a record's timestamp is. */
final class InstantConverter implements ITypeConverter<Instant> {
    @Override
    public Instant convert(String text) {
        try {
            return Timestamps.parse(text);
        } catch (DateTimeException | ArithmeticException _) {
            throw new TypeConversionException("\"" + text + "\" is no instant; write 2026-03-02T10:00:00Z");
        }
    }
}
