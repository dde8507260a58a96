package dev.quintet.verb;

import dev.quintet.local.bench.BenchPart;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a part of the bench by its name. */
final class BenchPartConverter implements ITypeConverter<BenchPart> {
    @Override
    public BenchPart convert(String text) {
        for (var part : BenchPart.values()) {
            if (part.toString().equals(text)) {
                return part;
            }
        }
        throw new TypeConversionException("there is no part " + text + " of the bench");
    }
}
