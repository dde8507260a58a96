package dev.quintet.local.bench;

import java.util.function.Consumer;

/** Orders that nobody counts, as many as can be: until then the compiler has a good part of both cores. */
final class WarmUp {
    static final SagaWorkload WORKLOAD = new SagaWorkload("warm-up", 0, 160 * SagaWorkload.BLOCK, false);

    private WarmUp() {}

    static void run(BenchPlatform platform, OrderServices services, Consumer<String> progress) {
        progress.accept("warming up with " + WORKLOAD.orders() + " orders");
        services.awaitRunning();
        try (var loop = new ClosedLoop(platform, WORKLOAD)) {
            loop.runOut();
        }
    }
}
