package dev.quintet.faults;

import static dev.quintet.harness.Hang.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quintet.faults.Shop.Answer;
import dev.quintet.harness.ProcessUnderTest;
import dev.quintet.local.Endpoints;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The broker is killed and stays away: callers are told at once, and everything goes on by itself once it is back. */
class BrokerAwayIT {
    /** Each answer comes when the product has given up the broker, so an outage lasts as long as they take together. */
    private static final int ORDERS_WHILE_AWAY = Integer.getInteger("quintet.broker.away.orders", 4);

    private final AtomicInteger orders = new AtomicInteger();

    @TempDir
    private Path folder;

    @Test
    void callersAreToldAndNothingHasToBeRestarted() throws Exception {
        int kafkaPort = freePort();
        int registryPort = freePort();
        var data = folder.resolve("platform");
        var state = Files.createDirectories(folder.resolve("services"));
        try (var first = platform(data, kafkaPort, registryPort);
                var services = services(state, data)) {
            // when
            first.kill9();

            // then: told while the broker is away, over and over
            for (int i = 0; i < ORDERS_WHILE_AWAY; i++) {
                assertTold(services.shop());
            }
            services.assertAlive();

            // when
            try (var second = platform(data, kafkaPort, registryPort)) {
                // then
                var recovered = services.awaitAccepting(PATIENCE);
                System.out.println("BrokerAwayIT: first 201 " + recovered.toMillis() + " ms after the broker's return");
                await().atMost(PATIENCE).until(services::isReady);
                services.assertAlive();
                assertThat(second.descendants()).isNotEmpty();
            }
        }
    }

    private void assertTold(Shop shop) {
        Answer answer = shop.post(Posted.classic("away-" + orders.incrementAndGet(), "patient"))
                .join();
        assertThat(answer.status()).as("%s", answer).isEqualTo(503);
        assertThat(answer.retryAfter()).isPresent();
    }

    private static RunningServices services(Path folder, Path data) throws Exception {
        var platform = Endpoints.find(data).orElseThrow();
        return RunningServices.start(folder, platform.bootstrap(), platform.registryUrl(), Map.of());
    }

    private static ProcessUnderTest platform(Path data, int kafkaPort, int registryPort) {
        var platform = ProcessUnderTest.quintet(
                "platform",
                "--data",
                data.toString(),
                "--kafka-port",
                String.valueOf(kafkaPort),
                "--registry-port",
                String.valueOf(registryPort));
        platform.awaitLine("ready", PATIENCE);
        return platform;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }
}
