package dev.quintet.http;

import static dev.quintet.http.Bodies.ORDER;
import static dev.quintet.http.Bodies.ORDER_WITHOUT_ID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.domain.order.OrderLine;
import dev.quintet.domain.order.PlaceOrder;
import dev.quintet.domain.order.RefusalReason;
import dev.quintet.domain.order.Timestamps;
import dev.quintet.domain.order.Verdict;
import dev.quintet.http.OrderPlacement.Placed;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code POST /v1/orders} answers to each verdict, and to none. */
final class PlaceOrderHttpTest {
    private final HttpUnderTest http = new HttpUnderTest();

    @AfterEach
    void close() {
        http.close();
    }

    @Test
    void acceptedOrderIs201WithItsPlaceAndWhatIsLeft() {
        var answer = http.post(ORDER);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Location")).isEqualTo("/v1/orders/o-1");
        assertThat(answer.json().toString()).isEqualTo("""
                {"orderId":"o-1","customerId":"alice","status":"ACCEPTED","version":1,\
                "placedAt":"2026-11-21T10:00:00.123Z",\
                "promotion":{"id":"burger-day","policyVersion":1,"unit":"ORDERS","max":5,"used":3,"remaining":2},\
                "total":{"amountMinor":534,"currency":"EUR"},"duplicate":false}""");
        assertThat(http.placement.last())
                .isEqualTo(new PlaceOrder(
                        "o-1", "alice", "burger-day", "akaso-1", List.of(new OrderLine("classic", 2)), "tok_ok"));
    }

    @Test
    void orderOverTheLimitIs429UntilTheNextSlot() {
        var nextSlotAt = Instant.now().plus(Duration.ofHours(2)).truncatedTo(ChronoUnit.MILLIS);
        http.placement.judge(order -> SampleVerdicts.limitReached(order, nextSlotAt));

        var answer = http.post(ORDER);

        assertThat(answer.status()).isEqualTo(429);
        assertThat(Long.parseLong(answer.header("Retry-After"))).isBetween(7_190L, 7_200L);
        assertThat(answer.json().path("retryAfterSeconds").asText()).isEqualTo(answer.header("Retry-After"));
        assertThat(answer.text("reason")).isEqualTo("LIMIT_REACHED");
        assertThat(answer.text("nextSlotAt")).isEqualTo(Timestamps.text(nextSlotAt));
        assertThat(answer.text("detail")).contains("another id").contains(Timestamps.text(nextSlotAt));
        assertThat(answer.json().path("countedOrders")).hasSize(5);
        assertThat(answer.json().path("promotion").path("remaining").asInt(-1)).isZero();
    }

    @Test
    void orderThatWasRefusedBeforeIsNotToBeTriedAgain() {
        var nextSlotAt = Instant.now().plus(Duration.ofHours(2)).truncatedTo(ChronoUnit.MILLIS);
        http.placement.judge(order -> SampleVerdicts.again(SampleVerdicts.limitReached(order, nextSlotAt)));

        var answer = http.post(ORDER);

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).isEmpty();
        assertThat(answer.json().has("retryAfterSeconds")).isFalse();
        assertThat(answer.text("nextSlotAt")).isEqualTo(Timestamps.text(nextSlotAt));
        assertThat(answer.text("detail")).contains("final", "another id");
    }

    @Test
    void slotThatIsFreeByNowMeansTryInASecond() {
        http.placement.judge(
                order -> SampleVerdicts.limitReached(order, Instant.now().minusSeconds(60)));

        assertThat(http.post(ORDER).header("Retry-After")).isEqualTo("1");
    }

    @Test
    void limitWithoutANextSlotHasNoRetryAfter() {
        http.placement.judge(order -> SampleVerdicts.limitReached(order, null));

        var answer = http.post(ORDER);

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).isEmpty();
        assertThat(answer.json().path("nextSlotAt").isNull()).isTrue();
        assertThat(answer.json().has("retryAfterSeconds")).isFalse();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LIMIT_REACHED")
    void everyOtherRefusalIs422WithItsReason(RefusalReason reason) {
        http.placement.judge(order -> SampleVerdicts.refused(order, reason));

        var answer = http.post(ORDER);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("reason")).isEqualTo(reason.name());
        assertThat(answer.text("orderId")).isEqualTo("o-1");
        assertThat(answer.text("detail")).startsWith(reason.explanation());
    }

    @Test
    void contentThatBreaksARuleReachesKafkaAndSaysWhich() {
        http.placement.judge(order -> SampleVerdicts.refused(order, RefusalReason.INVALID_ORDER));

        var answer = http.post(ORDER.replace("\"quantity\":2", "\"quantity\":0"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("detail")).contains("quantity must be 1 to 1000");
        assertThat(http.placement.last().lines()).containsExactly(new OrderLine("classic", 0));
    }

    @Test
    void verdictThatDoesNotComeIs202AndNobodyWaitsAnyMore() {
        var placed = StubPlacement.acknowledged();
        http.placement.answer(_ -> placed);

        long begun = System.nanoTime();
        var answer = http.post(ORDER);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.header("Location")).isEqualTo("/v1/orders/o-1");
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(answer.json().toString()).contains("\"status\":\"PENDING\"");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(OrderRoute.VERDICT_WAIT_MAX);
        assertThat(placed.verdict()).isCancelled();
    }

    @Test
    void respondAsyncIsAnsweredOnceTheOrderCannotBeLost() {
        var acknowledged = new CompletableFuture<Void>();
        var placed = new Placed(acknowledged, new NotWaitedFor());
        http.placement.answer(_ -> {
            acknowledged.completeOnTimeout(null, 300, TimeUnit.MILLISECONDS);
            return placed;
        });

        var answer = http.post(ORDER, "Prefer", "respond-async");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.header("Preference-Applied")).isEqualTo("respond-async");
        assertThat(acknowledged).isCompleted();
        assertThat(placed.verdict()).isCancelled();
    }

    @Test
    void preferredWaitIsKept() {
        http.placement.answer(_ -> StubPlacement.acknowledged());

        var answer = http.post(ORDER, "Prefer", "respond-async, wait=1");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.header("Preference-Applied")).isEqualTo("respond-async, wait=1");
    }

    @Test
    void verdictWithinThePreferredWaitIsTheAnswer() {
        var answer = http.post(ORDER, "Prefer", "respond-async, wait=1");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Preference-Applied")).isEqualTo("wait=1");
    }

    @Test
    void kafkaAwayIs503WithTheIdToRepeatTheOrderUnder() {
        http.placement.answer(_ -> StubPlacement.failed());

        var answer = http.post(ORDER_WITHOUT_ID);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("2");
        assertThat(answer.text("orderId")).isEqualTo(http.placement.last().orderId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"wait=2", "respond-async"})
    void orderThatIsNeverAcknowledgedIs503(String preference) {
        http.placement.answer(_ -> new Placed(new CompletableFuture<>(), new CompletableFuture<>()));

        var answer = http.post(ORDER, "Prefer", preference);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Preference-Applied")).isEmpty();
    }

    @Test
    void waitsOfACallerAddUpToLessThanFiveSeconds() {
        assertThat(OrderRoute.VERDICT_WAIT_MAX.plus(OrderRoute.ACKNOWLEDGEMENT_WAIT))
                .isLessThan(Duration.ofSeconds(5));
        assertThat(PromptProducer.SEND_MAX).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void faultOfOursIs500WithoutATrace() {
        http.placement.answer(_ -> {
            throw new IllegalStateException("a secret of ours");
        });

        var answer = http.post(ORDER);

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.json().toString()).doesNotContain("secret").doesNotContain("Exception");
    }

    @Test
    void sameKeyIsTheSameOrder() {
        // when
        var first = http.post(ORDER_WITHOUT_ID, "Idempotency-Key", "7d0c");
        var second = http.post(ORDER_WITHOUT_ID, "Idempotency-Key", "7d0c");
        var other = http.post(ORDER_WITHOUT_ID, "Idempotency-Key", "7d0d");
        var ofBob = http.post(ORDER_WITHOUT_ID.replace("alice", "bob"), "Idempotency-Key", "7d0c");

        // then
        assertThat(first.text("orderId")).matches("k-[0-9a-f]{32}").isEqualTo(second.text("orderId"));
        assertThat(List.of(other.text("orderId"), ofBob.text("orderId")))
                .doesNotContain(first.text("orderId"))
                .doesNotHaveDuplicates();
    }

    @Test
    void idInTheBodyGoesBeforeTheKey() {
        assertThat(http.post(ORDER, "Idempotency-Key", "7d0c").text("orderId")).isEqualTo("o-1");
    }

    @Test
    void orderWithNeitherIdNorKeyGetsANewId() {
        var first = http.post(ORDER_WITHOUT_ID).text("orderId");
        var second = http.post(ORDER_WITHOUT_ID).text("orderId");

        assertThat(first).startsWith("o-").isNotEqualTo(second);
    }

    /** A verdict that the answer must not depend on. */
    private static final class NotWaitedFor extends CompletableFuture<Verdict> {
        @Override
        public Verdict get(long timeout, TimeUnit unit) {
            throw new AssertionError("nobody waits for this verdict");
        }
    }
}
