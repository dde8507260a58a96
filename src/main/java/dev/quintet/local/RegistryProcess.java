package dev.quintet.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * A real schema registry in a process of its own, on loopback, with Confluent's REST API. Its folder survives it, and
 * even a kill -9; the process itself dies with ours, however ours dies.
 */
public final class RegistryProcess implements AutoCloseable {
    private static final int ATTEMPTS = 3;

    private final Process process;
    private final String url;
    private volatile boolean closing;

    private RegistryProcess(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    /**
     * Starts a registry on the data in a folder, which may be empty or missing, and waits until it answers.
     *
     * @param port where it listens; 0 takes a free one
     * @param progress is told what is waited for
     * @throws LocalStartException when it cannot start; nothing is left running then
     */
    public static RegistryProcess start(Path folder, int port, Consumer<String> progress) {
        var data = RegistryData.prepare(folder.toAbsolutePath());
        for (int attempt = 1; ; attempt++) {
            try {
                return startOn(data, LocalPort.freeOr(port, "--registry-port"), progress);
            } catch (RegistryLog.PortTakenException e) {
                // A port that was free can be taken before the registry has it.
                if (attempt == ATTEMPTS) {
                    throw new LocalStartException(
                            "The registry finds its port taken: choose another with --registry-port", e);
                }
            }
        }
    }

    /** The base of Confluent's REST API, for {@code schema.registry.url}. */
    public String url() {
        return url;
    }

    /** The operating system's id of the registry's process. */
    public long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        closing();
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** From now on its end is expected. */
    void closing() {
        closing = true;
    }

    /** Tells the exit code when the process ends although nobody closed it. */
    void onEnd(IntConsumer told) {
        var _ = process.onExit().thenAccept(ended -> {
            if (!closing) {
                told.accept(ended.exitValue());
            }
        });
    }

    private static RegistryProcess startOn(Path data, int port, Consumer<String> progress) {
        var log = new RegistryLog(data.resolve("registry.log"));
        var command = RegistryCommand.of(RegistryCommand.java(), RegistryCommand.server(), port);
        try {
            var process = new ProcessBuilder(command)
                    .directory(data.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.file().toFile())
                    .start();
            var registry = new RegistryProcess(process, "http://" + LocalPort.HOST + ":" + port + RegistryStart.PATH);
            registry.awaitReady(log, progress);
            return registry;
        } catch (IOException e) {
            throw new LocalStartException("The registry cannot start: " + e.getMessage(), e);
        }
    }

    private void awaitReady(RegistryLog log, Consumer<String> progress) {
        try {
            RegistryStart.await(process, url, log, progress);
        } catch (RuntimeException | Error e) {
            process.destroyForcibly();
            throw e;
        }
    }
}
