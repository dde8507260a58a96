package dev.quintet.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.domain.order.Verdict;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Probes, the description of the routes, and the server's own start and stop. */
final class OperationsHttpTest {
    private final HttpUnderTest http = new HttpUnderTest();

    @AfterEach
    void close() {
        http.close();
    }

    @Test
    void wellPodIsLiveAndReady() {
        assertThat(http.send("GET", "/health/live").status()).isEqualTo(200);
        assertThat(http.send("GET", "/health/ready").status()).isEqualTo(200);
    }

    @Test
    void podThatIsNotReadySaysWhatIsMissing() {
        http.probesAreTold(new Readiness(true, false, Map.of("orders", "REBALANCING", "views", "RUNNING")));

        var ready = http.send("GET", "/health/ready");

        assertThat(http.send("GET", "/health/live").status()).isEqualTo(200);
        assertThat(ready.status()).isEqualTo(503);
        assertThat(ready.json().at("/services/orders").asText()).isEqualTo("REBALANCING");
    }

    @Test
    void failedPodIsNotLive() {
        http.probesAreTold(new Readiness(false, false, Map.of("orders", "ERROR")));

        assertThat(http.send("GET", "/health/live").status()).isEqualTo(503);
    }

    @Test
    void probeMayAskForTheHeadOnly() {
        assertThat(http.send("HEAD", "/health/live").status()).isEqualTo(200);
    }

    @Test
    void openApiIsServed() {
        var answer = http.send("GET", "/openapi.yaml");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/yaml");
    }

    @Test
    void takenPortIsToldInOneLine() {
        int port = http.server().port();

        assertThatThrownBy(() -> HttpServer.start(new HttpConfig("127.0.0.1", port), http.backend()))
                .isInstanceOf(PortTakenException.class)
                .hasMessageContaining(String.valueOf(port))
                .hasMessageContaining("--port")
                .hasMessageNotContaining("\n");
    }

    @Test
    void requestUnderWayIsAnsweredBeforeTheServerStops() throws InterruptedException {
        // given
        var asked = new CountDownLatch(1);
        var verdict = new CompletableFuture<Verdict>();
        http.placement.answer(order -> {
            asked.countDown();
            verdict.completeOnTimeout(SampleVerdicts.accepted(order), 500, TimeUnit.MILLISECONDS);
            return new OrderPlacement.Placed(CompletableFuture.completedFuture(null), verdict);
        });
        var answer = CompletableFuture.supplyAsync(() -> http.post(Bodies.ORDER));
        asked.await();

        // when
        http.server().close();

        // then
        assertThat(answer.join().status()).isEqualTo(201);
    }
}
