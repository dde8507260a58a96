package dev.quintet.local.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Requests on keep-alive connections, by one thread. A connection sends the next one when the answer to the one before is
 * whole and was compared with what is known: as much as the server can do with so many clients at a time.
 */
final class ReadLoad {
    private static final int OK = 200;

    private final List<KnownAnswers.Known> known;
    private final SplittableRandom random = new SplittableRandom(1);
    private final Histogram micros = new Histogram(TimeUnit.SECONDS.toMicros(60), 3);
    private @Nullable String violation;

    private ReadLoad(List<KnownAnswers.Known> known) {
        this.known = known;
    }

    /**
     * What came of it.
     *
     * @param micros from when a request was sent until its answer was whole
     * @param violation the first answer that was not as it must be; null when all were
     */
    record Outcome(Histogram micros, @Nullable String violation) {}

    /** Asks for orders at random, each as likely as any other. */
    static Outcome run(int port, KnownAnswers known, int connections, Duration duration) throws IOException {
        var load = new ReadLoad(known.all());
        try (var selector = Selector.open()) {
            try {
                for (int i = 0; i < connections; i++) {
                    var channel = KeepAlive.connect(port);
                    channel.configureBlocking(false);
                    var client = load.new Client(channel);
                    channel.register(selector, SelectionKey.OP_READ, client);
                    client.ask();
                }
                load.run(selector, System.nanoTime() + duration.toNanos());
            } finally {
                for (var key : selector.keys()) {
                    key.channel().close();
                }
            }
        }
        return new Outcome(load.micros, load.violation);
    }

    private void run(Selector selector, long deadline) throws IOException {
        while (System.nanoTime() < deadline && violation == null) {
            selector.select(1_000);
            for (var key : selector.selectedKeys()) {
                ((Client) key.attachment()).goOn();
            }
            selector.selectedKeys().clear();
        }
    }

    /** One connection. */
    private final class Client {
        private final SocketChannel channel;
        private final HttpAnswer answer = new HttpAnswer();
        private KnownAnswers.Known asked = known.getFirst();
        private long askedNanos;

        Client(SocketChannel channel) {
            this.channel = channel;
        }

        void ask() throws IOException {
            asked = known.get(random.nextInt(known.size()));
            answer.clear();
            askedNanos = System.nanoTime();
            KeepAlive.send(channel, asked.request);
        }

        void goOn() throws IOException {
            if (!answer.readFrom(channel)) {
                return;
            }
            micros.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - askedNanos));
            if (answer.status() != OK || !answer.hasBody(asked.body)) {
                violation = String.format(
                        Locale.ROOT,
                        "answered with %d %s where this must come: %s",
                        answer.status(),
                        new String(answer.body(), UTF_8),
                        new String(asked.body, UTF_8));
                return;
            }
            ask();
        }
    }
}
