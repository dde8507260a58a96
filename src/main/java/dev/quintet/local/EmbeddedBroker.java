package dev.quintet.local;

import dev.quintet.operations.PlainJvm;
import java.net.BindException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/** A real Kafka broker inside this process, on loopback. Its folder survives it, and even a kill -9 of the process. */
public final class EmbeddedBroker implements AutoCloseable {
    private static final int ATTEMPTS = 3;

    private final KafkaRaftServer server;
    private final BrokerExit exit;
    private final int port;

    private EmbeddedBroker(KafkaRaftServer server, BrokerExit exit, int port) {
        this.server = server;
        this.exit = exit;
        this.port = port;
    }

    /**
     * Starts a broker on the data in a folder, which may be empty or missing.
     *
     * @param port where it listens; 0 takes a free one
     * @throws LocalStartException when it cannot start; nothing is left running then
     */
    public static EmbeddedBroker start(Path folder, int port) {
        // Also where a program of others starts it, as a test does: it names files in digits of the language.
        PlainJvm.begin();
        var data = folder.toAbsolutePath();
        BrokerData.prepare(data);
        for (int attempt = 1; ; attempt++) {
            try {
                fencePredecessor(data);
                return startOn(data, LocalPort.freeOr(port, "--kafka-port"));
            } catch (RuntimeException e) {
                // A port that was free can be taken before the broker has it.
                if (attempt == ATTEMPTS || !Causes.of(e).anyMatch(BindException.class::isInstance)) {
                    throw explained(e, data);
                }
            }
        }
    }

    /** Where clients connect, as {@code host:port}. */
    public String bootstrap() {
        return LocalPort.HOST + ":" + port;
    }

    @Override
    public void close() {
        exit.closing();
        server.shutdown();
        server.awaitShutdown();
    }

    /** Production images leave the broker out. */
    static void requirePresent() {
        try {
            Class.forName("kafka.server.KafkaRaftServer", false, EmbeddedBroker.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new LocalStartException(
                    "No broker is on the class path, as in every production image: start this from a checkout, with ./quintet",
                    e);
        }
    }

    /** In a thread of its own for the same reason as the start. */
    private static void fencePredecessor(Path data) {
        var exit = BrokerExit.of(data);
        var fenced = CompletableFuture.runAsync(
                () -> BrokerFence.close(data),
                task -> Thread.ofPlatform().daemon().name("broker-fence").start(task));
        CompletableFuture.anyOf(fenced, exit.started()).join();
        exit.closing();
    }

    private static EmbeddedBroker startOn(Path data, int port) {
        var exit = BrokerExit.of(data);
        var config = new KafkaConfig(BrokerSettings.of(data, port, LocalPort.free()), false);
        var broker = new EmbeddedBroker(new KafkaRaftServer(config, Time.SYSTEM), exit, port);
        // In a thread of its own, because a broker that gives up can leave the thread that starts it waiting for ever.
        Thread.ofPlatform().daemon().name("broker-start").start(() -> broker.startUp(exit.started()));
        try {
            exit.started().join();
            exit.running();
            return broker;
        } catch (CompletionException e) {
            broker.stopWhatStarted();
            throw e;
        }
    }

    private void startUp(CompletableFuture<Void> started) {
        try {
            server.startup();
            started.complete(null);
        } catch (Throwable e) {
            started.completeExceptionally(e);
        }
    }

    private void stopWhatStarted() {
        exit.closing();
        var stopping = Thread.ofPlatform().daemon().name("broker-stop").start(server::shutdown);
        try {
            stopping.join(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static LocalStartException explained(RuntimeException e, Path data) {
        if (e instanceof LocalStartException known) {
            return known;
        }
        return new LocalStartException(
                "The broker cannot start on its data in %s (%s): free space there or restore the folder, or start on another folder with --data"
                        .formatted(data, Causes.innermost(e)),
                e);
    }
}
