package dev.quintet.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Says whether a service closed its state in order, and in which layout. If not, the state is wiped and restored before
 * the start: under exactly-once Kafka Streams would do the same, but may die on the way (KAFKA-20808).
 */
final class CleanMarker {
    private final Path file;
    private final String layout;

    /** {@code layout} names what the state's files depend on; state of another layout is as good as none. */
    CleanMarker(Path stateFolder, String applicationId, String layout) {
        file = stateFolder.resolve(applicationId + ".clean");
        this.layout = layout;
    }

    /** Takes the marker away, so that it is missing unless {@link #set} follows. False when it was missing. */
    boolean take() {
        try {
            boolean clean = Files.exists(file) && Files.readString(file).equals(layout);
            Files.deleteIfExists(file);
            return clean;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void set() {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, layout);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
