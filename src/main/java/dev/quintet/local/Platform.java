package dev.quintet.local;

import java.nio.file.Path;
import java.util.function.Consumer;

/** A broker and a schema registry on this machine, that keep their data in one folder. */
public final class Platform implements AutoCloseable {
    private final DataFolder folder;
    private final EmbeddedBroker broker;
    private final RegistryProcess registry;

    private Platform(DataFolder folder, EmbeddedBroker broker, RegistryProcess registry) {
        this.folder = folder;
        this.broker = broker;
        this.registry = registry;
    }

    /**
     * Starts both and writes the {@link Endpoints} into the folder.
     *
     * @param kafkaPort where the broker listens; 0 takes a free port
     * @param registryPort where the registry listens; 0 takes a free port
     * @param progress is told what is waited for, and later if the registry should end by itself
     * @throws LocalStartException when one of them cannot start; nothing is left running then
     */
    public static Platform start(Path data, int kafkaPort, int registryPort, Consumer<String> progress)
            throws LocalStartException {
        requireStartable(kafkaPort, registryPort);
        var folder = DataFolder.hold(data);
        try {
            progress.accept("starting the broker and the schema registry on " + folder.path());
            return startOn(folder, kafkaPort, registryPort, progress).announced(progress);
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    /** Where Kafka clients connect, as {@code host:port}. */
    public String bootstrap() {
        return broker.bootstrap();
    }

    /** The base of the registry's REST API. */
    public String registryUrl() {
        return registry.url();
    }

    /** The folder that keeps the data, as an absolute path. */
    public Path data() {
        return folder.path();
    }

    @Override
    public void close() {
        // A signal to the whole group reaches it before the broker has stopped.
        registry.closing();
        Endpoints.forget(folder.path());
        broker.close();
        registry.close();
        folder.close();
    }

    /** What can be known to fail is refused before anything starts. */
    private static void requireStartable(int kafkaPort, int registryPort) {
        LocalPort.freeOr(kafkaPort, "--kafka-port");
        LocalPort.freeOr(registryPort, "--registry-port");
        if (kafkaPort != 0 && kafkaPort == registryPort) {
            throw new LocalStartException(
                    "--kafka-port and --registry-port are both " + kafkaPort + ": choose two different ports");
        }
        EmbeddedBroker.requirePresent();
        RegistryCommand.java();
        RegistryCommand.server();
    }

    private static Platform startOn(DataFolder folder, int kafkaPort, int registryPort, Consumer<String> progress) {
        var registry = new Starting<>(
                "registry-start",
                () -> RegistryProcess.start(folder.path().resolve("registry"), registryPort, progress));
        var broker = new Starting<>(
                "broker-wait", () -> EmbeddedBroker.start(folder.path().resolve("kafka"), kafkaPort));
        try {
            return new Platform(folder, broker.await(), registry.await());
        } catch (RuntimeException e) {
            registry.callOff();
            broker.callOff();
            throw e;
        }
    }

    private Platform announced(Consumer<String> progress) {
        registry.onEnd(exitCode -> progress.accept("the schema registry ended by itself, exit code " + exitCode
                + ", so nothing can be read or written: stop this and start it again; nothing acknowledged is lost"));
        try {
            new Endpoints(
                            bootstrap(),
                            registryUrl(),
                            null,
                            ProcessHandle.current().pid())
                    .save(folder.path());
            return this;
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }
}
