package dev.quintet.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the registry's process wrote, read for the reason of its end. */
record RegistryLog(Path file) {
    /** The registry lost the race for its port; another try may win it. */
    static final class PortTakenException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** What to throw after the process ended while it started. */
    RuntimeException explain(int exitCode) {
        var lines = lines();
        if (lines.stream()
                .anyMatch(line -> line.contains("already bound") || line.contains("Address already in use"))) {
            return new PortTakenException();
        }
        var reason = lines.stream()
                .filter(line -> line.startsWith("Caused by:"))
                .reduce((outer, inner) -> inner)
                .or(() -> lines.stream().filter(line -> line.contains("ERROR")).findFirst())
                .map(line ->
                        " (" + line.replaceFirst("^Caused by: [\\w.$]*:?", "").strip() + ")")
                .orElse("");
        return new LocalStartException(
                "The registry cannot start on its data in %s%s, exit code %d: %s has more; restore the folder, or start on another with --data"
                        .formatted(file.getParent(), reason, exitCode, file));
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
