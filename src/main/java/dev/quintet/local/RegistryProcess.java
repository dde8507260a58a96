package dev.quintet.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A real schema registry in a process of its own, on loopback, with Confluent's REST API. Its folder survives it, and
 * even a kill -9; the process itself dies with ours, however ours dies.
 */
public final class RegistryProcess implements AutoCloseable {
    private final Process process;
    private final String url;

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
        int chosen = LocalPort.freeOr(port, "--registry-port");
        var command = RegistryCommand.of(RegistryCommand.java(), RegistryCommand.server(), chosen);
        var data = folder.toAbsolutePath();
        var log = data.resolve("registry.log");
        try {
            Files.createDirectories(data);
            var process = new ProcessBuilder(command)
                    .directory(data.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            var registry = new RegistryProcess(process, "http://" + LocalPort.HOST + ":" + chosen + RegistryStart.PATH);
            registry.awaitReady(log, progress);
            return registry;
        } catch (IOException e) {
            throw new LocalStartException("The registry cannot start on " + data + ": " + e.getMessage(), e);
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

    private void awaitReady(Path log, Consumer<String> progress) {
        try {
            RegistryStart.await(process, url, log, progress);
        } catch (RuntimeException | Error e) {
            process.destroyForcibly();
            throw e;
        }
    }
}
