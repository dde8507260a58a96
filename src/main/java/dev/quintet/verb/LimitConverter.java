package dev.quintet.verb;

import dev.quintet.domain.limit.Limit;
import dev.quintet.domain.limit.LimitWindowNotation;
import dev.quintet.domain.order.LimitUnit;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Limits as people write them: {@code 5 ORDERS per ROLLING(24h)}. */
final class LimitConverter implements ITypeConverter<Limit> {
    private static final Pattern LIMIT = Pattern.compile("(\\d{1,9})\\s+(ORDERS|ITEMS)\\s+per\\s+(.+)");

    @Override
    public Limit convert(String text) {
        var matcher = LIMIT.matcher(text.strip());
        if (!matcher.matches()) {
            throw mistake(text);
        }
        var window = LimitWindowNotation.parse(matcher.group(3)).orElseThrow(() -> mistake(text));
        return new Limit(Integer.parseInt(matcher.group(1)), LimitUnit.valueOf(matcher.group(2)), window);
    }

    private static TypeConversionException mistake(String text) {
        return new TypeConversionException(
                "\"" + text + "\" is no limit; write \"5 ORDERS per WINDOW\" or \"5 ITEMS per"
                        + " WINDOW\", where WINDOW is " + LimitWindowNotation.RULE);
    }
}
