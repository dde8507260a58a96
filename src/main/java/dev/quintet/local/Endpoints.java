package dev.quintet.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Where a local system answers, kept in its data folder for the verbs that talk to it.
 *
 * @param httpUrl the base of the HTTP routes; absent when only the platform runs
 * @param pid the process that serves them
 */
public record Endpoints(
        String bootstrap, String registryUrl, @Nullable String httpUrl, long pid) {
    private static final String FILE = "endpoints.properties";

    /** Writes them for others to find, all at once or not at all. */
    public void save(Path data) {
        var properties = new Properties();
        properties.setProperty("bootstrap", bootstrap);
        properties.setProperty("registry", registryUrl);
        if (httpUrl != null) {
            properties.setProperty("http", httpUrl);
        }
        properties.setProperty("pid", String.valueOf(pid));
        properties.setProperty("started", startOf(pid).map(Instant::toString).orElse(""));
        try {
            var draft = Files.createTempFile(data, FILE, ".draft");
            try (var out = Files.newOutputStream(draft)) {
                properties.store(out, "Written by quintet at its start");
            }
            Files.move(draft, data.resolve(FILE), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new LocalStartException(
                    "The data folder %s cannot be written (%s)".formatted(data, Causes.inWords(e)), e);
        }
    }

    /** Those of the system that runs on a data folder; empty when none does. */
    public static Optional<Endpoints> find(Path data) {
        var properties = new Properties();
        try (var in = Files.newInputStream(data.resolve(FILE))) {
            properties.load(in);
            long pid = Long.parseLong(properties.getProperty("pid"));
            if (!runs(pid, properties.getProperty("started", ""))) {
                return Optional.empty();
            }
            return Optional.of(new Endpoints(
                    properties.getProperty("bootstrap"),
                    properties.getProperty("registry"),
                    properties.getProperty("http"),
                    pid));
        } catch (NoSuchFileException | IllegalArgumentException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + data.resolve(FILE), e);
        }
    }

    static void forget(Path data) {
        try {
            Files.deleteIfExists(data.resolve(FILE));
        } catch (IOException e) {
            // Whoever finds the file will find its process gone.
        }
    }

    /** Ids of processes are given out again, after a restart of the machine even soon; starts are not. */
    private static boolean runs(long pid, String started) {
        return ProcessHandle.of(pid).isPresent()
                && startOf(pid).map(Instant::toString).orElse("").equals(started);
    }

    private static Optional<Instant> startOf(long pid) {
        return ProcessHandle.of(pid).flatMap(process -> process.info().startInstant());
    }
}
