package dev.quintet.verb;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Whole numbers within bounds, so that what makes no sense is refused before anything starts. */
abstract class CountConverter implements ITypeConverter<Integer> {
    private final int min;
    private final int max;
    private final String what;

    private CountConverter(int min, int max, String what) {
        this.min = min;
        this.max = max;
        this.what = what;
    }

    @Override
    public final Integer convert(String text) {
        try {
            int count = Integer.parseInt(text);
            if (count >= min && count <= max) {
                return count;
            }
        } catch (NumberFormatException _) {
            // Told below, together with numbers out of bounds.
        }
        throw new TypeConversionException("\"" + text + "\" is not " + what);
    }

    /** How many there are to be, when none makes no sense. */
    static final class Positive extends CountConverter {
        Positive() {
            super(1, Integer.MAX_VALUE, "a number of 1 or more");
        }
    }

    /** How many there are to be, or none. */
    static final class OrNone extends CountConverter {
        OrNone() {
            super(0, Integer.MAX_VALUE, "a number of 0 or more");
        }
    }

    /** A port of TCP; 0 for a free one. */
    static final class Port extends CountConverter {
        Port() {
            super(0, 65_535, "a port, 0 to 65535");
        }
    }
}
