package dev.quintet.faults;

import static dev.quintet.harness.Hang.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quintet.harness.ProcessUnderTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A script that waits for /health/ready and then orders, as scripts do. */
final class ReadyIT {
    @TempDir
    private Path data;

    @Test
    void firstOrderAfterReadyIsJudgedByWhatTheDemoSells() throws Exception {
        int port = freePort();
        try (var demo = ProcessUnderTest.quintet(
                        "demo", "--data", data.toString(), "--port", String.valueOf(port), "--orders-per-second", "0");
                var shop = new Shop("http://127.0.0.1:" + port)) {
            await().atMost(PATIENCE).until(() -> isReady(shop));

            // A verdict that takes longer than a caller waits is asked for again, under the same id.
            var verdict = await().atMost(PATIENCE)
                    .until(() -> shop.post(Posted.classic("first", "alice")).join(), Shop.Answer::isVerdict);

            assertThat(verdict.status()).as("%s, %s", verdict, demo.lines()).isEqualTo(201);
            assertThat(shop.get("/health/ready").body().path("missing")).isEmpty();
        }
    }

    /** Nobody listens before the broker runs. */
    private static boolean isReady(Shop shop) {
        try {
            return shop.get("/health/ready").status() == 200;
        } catch (CompletionException _) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }
}
