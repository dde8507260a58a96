package dev.quintet.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.domain.order.Verdict;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
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
    void podThatRestoresSaysHowMuchIsLeft() {
        http.probesAreTold(new Readiness(true, false, Map.of("orders", "REBALANCING"), Map.of("orders", 18_342L)));

        var ready = http.send("GET", "/health/ready");

        assertThat(ready.status()).isEqualTo(503);
        assertThat(ready.text("status")).isEqualTo("RESTORING");
        assertThat(ready.json().at("/restoring/orders").asLong()).isEqualTo(18_342);
        assertThat(http.send("GET", "/health/live").text("status")).isEqualTo("UP");
    }

    @Test
    void podThatRunsAndHasNotSeenWhatAnOrderNeedsSaysWhat() {
        http.probesAreTold(new Readiness(
                true, false, Map.of("views", "RUNNING"), Map.of(), List.of("reference data", "the orders service")));

        var ready = http.send("GET", "/health/ready");

        assertThat(ready.status()).isEqualTo(503);
        assertThat(ready.json().at("/missing/0").asText()).isEqualTo("reference data");
        assertThat(ready.json().at("/missing/1").asText()).isEqualTo("the orders service");
    }

    @Test
    void metricsAreServedAsPrometheusReadsThem() {
        var answer = http.send("GET", "/metrics");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("text/plain; version=0.0.4; charset=utf-8");
    }

    @Test
    void managementAnswersProbesAndMetricsAndNothingElse() throws Exception {
        try (var server = ManagementServer.start(
                        new HttpConfig("127.0.0.1", 0), http.backend().readiness(), () -> "quintet_up 1\n");
                var client = HttpClient.newHttpClient()) {
            assertThat(get(client, server, "/health/live").statusCode()).isEqualTo(200);
            assertThat(get(client, server, "/health/ready").statusCode()).isEqualTo(200);
            assertThat(get(client, server, "/metrics").body()).isEqualTo("quintet_up 1\n");
            assertThat(get(client, server, "/v1/promotions/burger-day").statusCode())
                    .isEqualTo(404);
        }
    }

    private static HttpResponse<String> get(HttpClient client, ManagementServer server, String path) throws Exception {
        var uri = URI.create("http://127.0.0.1:" + server.port() + path);
        return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
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
