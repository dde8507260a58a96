package dev.quintet.local;

import dev.quintet.wire.Patience;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** The registry's folder. */
final class RegistryData {
    /** Of a killed process nothing is left after that; one that runs stays. */
    private static final Patience DYING = Patience.of(Duration.ofSeconds(20));

    private RegistryData() {}

    /** Returns the folder once no registry uses it: that of a killed process needs a moment to die after it. */
    static Path prepare(Path data) {
        try {
            Files.createDirectories(data);
            var database = data.resolve("registry.mv.db");
            var wait = DYING.begin("the registry that ran before");
            while (Files.exists(database) && isLocked(database)) {
                if (wait.isOver()) {
                    throw new LocalStartException(
                            "The registry's data in " + data + " is in use: stop the registry that runs on it");
                }
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
            return data;
        } catch (IOException e) {
            throw new LocalStartException(
                    "The registry cannot write to %s (%s): choose another folder with --data"
                            .formatted(data, Causes.inWords(e)),
                    e);
        }
    }

    private static boolean isLocked(Path database) throws IOException {
        try (var channel = FileChannel.open(database, StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            return lock == null;
        }
    }
}
