package dev.quintet.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Says whether a service closed its state in order. If not, the state is wiped and restored before the start: under
 * exactly-once Kafka Streams would do the same, but may die on the way (KAFKA-20808).
 */
final class CleanMarker {
    private final Path file;

    CleanMarker(Path stateFolder, String applicationId) {
        file = stateFolder.resolve(applicationId + ".clean");
    }

    /** Takes the marker away, so that it is missing unless {@link #set} follows. False when it was missing. */
    boolean take() {
        try {
            return Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void set() {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
