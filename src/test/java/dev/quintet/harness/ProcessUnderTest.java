package dev.quintet.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * A process of ours that a test starts, reads and kills. Standard output and standard error are read together, line by
 * line. Closing kills it and what it started.
 */
public final class ProcessUnderTest implements AutoCloseable {
    private static final List<String> JVM_FLAGS = List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=dev.quintet.wire.avro",
            "-Xmx512m",
            // They are short-lived: what counts is the start.
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1");

    private final Process process;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Thread reader;

    private ProcessUnderTest(Process process) {
        this.process = process;
        reader = Thread.ofPlatform().daemon().name("output-of-" + process.pid()).start(this::read);
    }

    /** The command line with these arguments, as the launcher would start it from a build in the working directory. */
    public static ProcessUnderTest quintet(String... arguments) {
        return quintetAt(Path.of("").toAbsolutePath(), arguments);
    }

    /** The same, as if the build were in another folder. */
    public static ProcessUnderTest quintetAt(Path home, String... arguments) {
        return start(command(home, List.of(), arguments));
    }

    /** The same, on a machine of another language, time zone and charset. */
    public static ProcessUnderTest quintetElsewhere(String... arguments) {
        var command = new ArrayList<>(List.of("env", "LC_ALL=C", "LANG=C"));
        var elsewhere = List.of("-Duser.language=ar", "-Duser.country=EG", "-Duser.timezone=Asia/Kathmandu");
        command.addAll(command(Path.of("").toAbsolutePath(), elsewhere, arguments));
        return start(command);
    }

    private static List<String> command(Path home, List<String> options, String... arguments) {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(JVM_FLAGS);
        command.addAll(options);
        command.addAll(List.of("-Dquintet.home=" + home, "-cp", classPath(), "dev.quintet.Quintet"));
        command.addAll(Arrays.asList(arguments));
        return command;
    }

    /** Any other program. */
    public static ProcessUnderTest start(List<String> command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            return new ProcessUnderTest(process);
        } catch (IOException e) {
            throw new AssertionError("cannot start " + command, e);
        }
    }

    public long pid() {
        return process.pid();
    }

    /** Everything printed so far. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    /** Waits for a line that starts so, and returns the rest of the first one that does. */
    public String awaitLine(String start, Duration patience) {
        try {
            Awaitility.await()
                    .pollInterval(Duration.ofMillis(20))
                    .atMost(patience)
                    .until(() -> find(start).findFirst().isPresent() || !reader.isAlive());
        } catch (ConditionTimeoutException e) {
            throw new AssertionError("no line '" + start + "...' within " + patience + " but " + lines, e);
        }
        return find(start)
                .findFirst()
                .orElseThrow(() -> new AssertionError("ended without a line '" + start + "...' but " + lines));
    }

    /** Waits for the end and for the last of the output, and returns the exit code: 128 + the signal if one ended it. */
    public int awaitExit(Duration patience) {
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("still runs after " + patience + ": " + lines);
            }
            reader.join(patience);
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Asks it to end, as Kubernetes or {@code kill} do. */
    public void terminate() {
        // By its handle: Process.destroy would close the output too, and the last lines would never be read.
        process.toHandle().destroy();
    }

    /** Ends it in the middle of whatever it does, and returns when it is gone. */
    public void kill9() {
        process.toHandle().destroyForcibly();
        awaitExit(Hang.PATIENCE);
    }

    /** The processes that it started and that run now. */
    public List<ProcessHandle> descendants() {
        return process.descendants().toList();
    }

    @Override
    public void close() {
        var started = descendants();
        kill9();
        started.forEach(ProcessHandle::destroyForcibly);
    }

    private Stream<String> find(String start) {
        return lines.stream()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()).strip());
    }

    private void read() {
        try (var output = process.inputReader(StandardCharsets.UTF_8)) {
            output.lines().forEach(lines::add);
        } catch (IOException | UncheckedIOException e) {
            lines.add("(the output broke off: " + e.getMessage() + ")");
        }
    }

    /** Surefire starts its own JVM with one small jar and tells the real class path in a property. */
    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
