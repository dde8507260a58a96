package dev.quintet.verb;

import dev.quintet.wire.ViewsGeneration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Generations of the views by name. */
final class GenerationConverter implements ITypeConverter<ViewsGeneration> {
    @Override
    public ViewsGeneration convert(String text) {
        try {
            return new ViewsGeneration(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
