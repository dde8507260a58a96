package dev.quintet.verb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.local.EmbeddedBroker;
import dev.quintet.wire.Patience;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broker that is well and slow, as on a busy machine: verbs wait for each of its answers. */
final class SlowBrokerIT {
    /** Shorter than the silence that is borne, and longer when a few of them are added up. */
    private static final Duration EACH_ANSWER_TAKES = Duration.ofSeconds(3);

    private static final Duration SILENCE_BORNE = Duration.ofSeconds(5);

    @TempDir
    private Path folder;

    @Test
    void verbWaitsForABrokerThatAnswersHoweverSlowly() throws Exception {
        try (var broker = EmbeddedBroker.start(folder, 0);
                var slow = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"))) {
            Thread.ofVirtual()
                    .start(() -> serve(slow, Integer.parseInt(broker.bootstrap().split(":", 2)[1])));
            long begun = System.nanoTime();

            try (var cluster = Cluster.connect("127.0.0.1:" + slow.getLocalPort(), Patience.of(SILENCE_BORNE))) {
                assertThat(cluster.topics()).isEmpty();
            }

            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(SILENCE_BORNE);
        }
    }

    private static void serve(ServerSocket slow, int port) {
        try {
            while (true) {
                var client = slow.accept();
                var broker = new Socket(InetAddress.ofLiteral("127.0.0.1"), port);
                Thread.ofVirtual().start(() -> pass(client, broker, Duration.ZERO));
                Thread.ofVirtual().start(() -> pass(broker, client, EACH_ANSWER_TAKES));
            }
        } catch (IOException _) {
            // The test has ended.
        }
    }

    private static void pass(Socket from, Socket to, Duration delay) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            var buffer = new byte[65_536];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                LockSupport.parkNanos(delay.toNanos());
                out.write(buffer, 0, read);
            }
        } catch (IOException _) {
            // One of the two is done.
        }
    }
}
