package dev.quintet.local;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import java.util.stream.Stream;

/** What went wrong, in few words for a person. */
final class Causes {
    private Causes() {}

    /** An exception and what caused it, outermost first. */
    static Stream<Throwable> of(Throwable e) {
        return Stream.iterate(e, Objects::nonNull, Throwable::getCause);
    }

    /** The cause that has no other. */
    static String innermost(Throwable e) {
        return of(e).reduce((outer, inner) -> inner).map(Causes::text).orElseThrow();
    }

    /** Why a file could not be used, without its name. */
    static String inWords(IOException e) {
        return switch (e) {
            case AccessDeniedException _ -> "no permission";
            case FileAlreadyExistsException _ -> "a file of that name is in the way";
            case NoSuchFileException _ -> "no folder can be made there";
            case FileSystemException system when system.getReason() != null -> system.getReason();
            default -> text(e);
        };
    }

    private static String text(Throwable e) {
        var message = e.getMessage();
        return message == null || message.isBlank() ? e.getClass().getSimpleName() : message;
    }
}
