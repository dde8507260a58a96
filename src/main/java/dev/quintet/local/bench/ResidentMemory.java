package dev.quintet.local.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The physical memory of a process: heap, code, stacks, buffers, and what native libraries take. */
final class ResidentMemory {
    private static final String MOST = "VmHWM:";

    private ResidentMemory() {}

    /** The most that a process ever had, in megabytes; null where the operating system does not tell it in /proc. */
    static @Nullable Double mostMegabytes(ProcessHandle process) {
        try (var lines = Files.lines(Path.of("/proc", String.valueOf(process.pid()), "status"))) {
            return most(lines);
        } catch (IOException e) {
            return null;
        }
    }

    /** From lines as {@code VmHWM:  1024 kB}. */
    static @Nullable Double most(Stream<String> lines) {
        return lines.filter(line -> line.startsWith(MOST))
                .map(line -> line.substring(MOST.length()).replace("kB", "").strip())
                .map(kilobytes -> Long.parseLong(kilobytes) * 1024 / 1e6)
                .findFirst()
                .orElse(null);
    }
}
