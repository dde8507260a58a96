package dev.quintet.local.bench;

import dev.quintet.local.GuardedCommand;
import dev.quintet.local.LocalStartException;
import dev.quintet.operations.PlainJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A program of ours in a JVM of its own. It dies with us, however we die. */
final class ChildJvm implements AutoCloseable {
    /** The command line. It is called by name, because it lies above us. */
    static final String QUINTET = "dev.quintet.Quintet";

    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private final Process process;
    private final Path log;

    private final long begunNanos = System.nanoTime();

    private ChildJvm(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * Starts a program on the class path of this JVM.
     *
     * @param heap as in -Xmx; all of it is taken at once
     * @param log gets everything that it says
     */
    static ChildJvm start(String heap, Map<String, String> environment, Path log, String main, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xms" + heap, "-Xmx" + heap));
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(PlainJvm.OPTIONS);
        command.add("-Dorg.apache.avro.SERIALIZABLE_PACKAGES=dev.quintet.wire.avro");
        command.add("-Dquintet.home=" + System.getProperty("quintet.home", ""));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        command.addAll(arguments);
        var builder = new ProcessBuilder(GuardedCommand.of("quintet-bench", command))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        try {
            return new ChildJvm(builder.start(), log);
        } catch (IOException e) {
            throw new LocalStartException("A JVM cannot be started: " + e.getMessage(), e);
        }
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** How long ago it was started. */
    Duration age() {
        return Duration.ofNanos(System.nanoTime() - begunNanos);
    }

    /** Everything it said so far. */
    String said() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return "";
        }
    }

    /** @throws LocalStartException with its last line, when it has ended */
    void requireAlive() {
        if (!process.isAlive()) {
            throw new LocalStartException("A process of the bench ended by itself; it said last: " + saidLast());
        }
    }

    /**
     * Waits until it says something.
     *
     * @return the match
     * @throws LocalStartException when it has ended, or has not said it within the time
     */
    Matcher awaitSaid(Pattern what, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < deadline) {
            var found = what.matcher(said());
            if (found.find()) {
                return found;
            }
            requireAlive();
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
        throw new LocalStartException("A process of the bench did not get ready within " + patience.toSeconds()
                + " s; it said last: " + saidLast());
    }

    boolean isAlive() {
        return process.isAlive();
    }

    String saidLast() {
        return said().lines().reduce("nothing", (_, line) -> line);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
