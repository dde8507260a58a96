package dev.quintet.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Files of the broker whose names have the digits of another language, as a broker wrote them that ran in that language:
 * they get the usual digits, because this one would not find them, and take every topic for a stray.
 */
final class LogDigits {
    private LogDigits() {}

    static void makeUsual(Path data) throws IOException {
        List<Path> named;
        try (var files = Files.walk(data, 2)) {
            named = files.filter(Files::isRegularFile)
                    .filter(file -> !usual(file).equals(file))
                    .toList();
        }
        for (var file : named) {
            // Never over a file that is there: then both stay, and somebody has to look.
            Files.move(file, usual(file));
        }
    }

    private static Path usual(Path file) {
        var name = new StringBuilder();
        file.getFileName()
                .toString()
                .codePoints()
                .forEach(c -> name.appendCodePoint(Character.isDigit(c) ? '0' + Character.digit(c, 10) : c));
        return file.resolveSibling(name.toString());
    }
}
