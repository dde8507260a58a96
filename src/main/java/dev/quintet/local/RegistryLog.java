package dev.quintet.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the registry's process wrote, read for the reason of its end. */
record RegistryLog(Path file) {
    /** The registry lost the race for its port; another try may win it. */
    static final class PortTakenException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** How much it wrote so far, in bytes. */
    long length() {
        return file.toFile().length();
    }

    /** Whether the database cannot be read. The process then may end, or stay and answer nothing. */
    boolean tellsOfDamage() {
        return lines().stream().anyMatch(RegistryLog::isOfDatabase);
    }

    /** What to throw when the process cannot get through its start. */
    RuntimeException explain(String outcome) {
        var lines = lines();
        if (lines.stream()
                .anyMatch(line -> line.contains("already bound") || line.contains("Address already in use"))) {
            return new PortTakenException();
        }
        var causes =
                lines.stream().filter(line -> line.startsWith("Caused by:")).toList();
        var reason = causes.stream()
                .filter(RegistryLog::isOfDatabase)
                .findFirst()
                .or(() -> causes.isEmpty() ? Optional.empty() : Optional.of(causes.getLast()))
                .map(line ->
                        " (" + line.replaceFirst("^Caused by: [\\w.$]*:?", "").strip() + ")")
                .orElse("");
        return new LocalStartException(
                "The registry cannot start on its data in %s, %s%s: %s has more; restore the folder, or start on another with --data"
                        .formatted(file.getParent(), outcome, reason, file));
    }

    private static boolean isOfDatabase(String line) {
        return line.contains("MVStoreException");
    }

    private List<String> lines() {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
