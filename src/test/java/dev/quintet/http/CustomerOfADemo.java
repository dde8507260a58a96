package dev.quintet.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quintet.harness.Hang;
import dev.quintet.harness.ProcessUnderTest;
import dev.quintet.http.CheckedHttp.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** A customer of a whole system: a demo without simulated customers, in a process of its own. Each test is another one. */
abstract class CustomerOfADemo {
    static final Duration PATIENCE = Hang.PATIENCE;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path data;

    @SuppressWarnings("NullAway.Init")
    static CheckedHttp http;

    @SuppressWarnings("NullAway.Init")
    private static ProcessUnderTest demo;

    final String orderId = "o-" + UUID.randomUUID();

    /** Nobody else's orders are in the way. */
    final String customerId = "c-" + UUID.randomUUID();

    @BeforeAll
    static void start() {
        demo = ProcessUnderTest.quintet("demo", "--data", data.toString(), "--port", "0", "--orders-per-second", "0");
        var address = demo.awaitLine("Quintet is ready on http://127.0.0.1:", PATIENCE);
        int port = Integer.parseInt(address.split(" ", 2)[0]);
        http = new CheckedHttp(() -> port);
    }

    @AfterAll
    static void stop() {
        http.close();
        demo.close();
    }

    void introduce() {
        var answer = http.put("/v1/customers/" + customerId, """
                {"name":"A customer","email":"somebody@example.com","address":"1 Main Street","region":"north"}""");
        assertThat(answer.status()).isEqualTo(200);
    }

    Answer order(String payment) {
        return order(orderId, payment);
    }

    Answer order(String id, String payment) {
        return judged(body(id, customerId, payment));
    }

    /** The verdict. A busy machine may answer 202 before it is there, and then the same order is sent again. */
    static Answer judged(String body) {
        return await().atMost(PATIENCE).until(() -> http.post(body), answer -> answer.status() != 202);
    }

    static String body(String id, String customer, String payment) {
        return """
                {"orderId":"%s","customerId":"%s","promotionId":"burger-day","outletId":"akaso-1",
                 "lines":[{"itemId":"classic","quantity":2}],"payment":{"method":"%s"}}""".formatted(id, customer, payment);
    }

    String path(String more) {
        return "/v1/orders/" + orderId + more;
    }

    Answer at(Instant instant) {
        return http.send("GET", path("/events?at=" + instant));
    }

    void awaitStatus(String status) {
        await().atMost(PATIENCE).until(() -> http.send("GET", path("")).text("status"), status::equals);
    }
}
