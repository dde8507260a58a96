package dev.quintet.http;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The files of this build. */
final class Resources {
    private Resources() {}

    /** A file by its path, which begins with a slash. */
    static byte[] read(String path) {
        try (var in = Resources.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException(path + " is missing from the build");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
