package dev.quintet.local.bench;

import dev.quintet.wire.Clock;
import java.time.Duration;
import java.util.List;

/** Every service that an order passes, in a process of its own. */
final class OrderServices implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ChildJvm process;

    private OrderServices(ChildJvm process) {
        this.process = process;
    }

    /** @param name of its state and its log */
    static OrderServices start(BenchPlatform platform, String name) {
        return new OrderServices(platform.startApp(SagaServices.class.getName(), name, Clock.BROKER, List.of("true")));
    }

    void awaitRunning() {
        var _ = process.awaitSaid(SagaServices.RUNNING, PATIENCE);
    }

    ProcessHandle handle() {
        return process.handle();
    }

    @Override
    public void close() {
        process.close();
    }
}
