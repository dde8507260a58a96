package dev.quintet.http;

import dev.quintet.domain.order.PlaceOrder;
import dev.quintet.domain.order.Verdict;
import dev.quintet.http.OrderPlacement.Placed;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/orders}: places an order and waits for its committed verdict. Runs on a virtual thread, so it may block. */
final class OrderRoute {
    static final Duration VERDICT_WAIT_MAX = Duration.ofSeconds(2);

    // With the wait for the verdict before it, below the 5 seconds within which a caller learns that Kafka is away.
    static final Duration ACKNOWLEDGEMENT_WAIT = Duration.ofMillis(2_700);

    private final OrderPlacement placement;
    private final Clock clock;

    OrderRoute(OrderPlacement placement, Clock clock) {
        this.placement = placement;
        this.clock = clock;
    }

    void post(Context context) throws InterruptedException {
        var json = JsonRequest.body(context);
        var body = OrderBody.read(json);
        json.rejectOthers();
        var order = body.withId(orderId(body, IdempotencyKey.of(context)));
        try {
            answer(context, order, Preference.of(Collections.list(context.req().getHeaders("Prefer"))));
        } catch (IntakeUnavailableException e) {
            Problems.orderUnavailable(context, e, order.orderId());
        }
    }

    private static String orderId(OrderBody body, @Nullable String key) {
        if (body.orderId() != null) {
            return body.orderId();
        }
        return key == null ? "o-" + UUID.randomUUID() : OrderBody.idFromKey(body.customerId(), key);
    }

    private void answer(Context context, PlaceOrder order, Preference preference) throws InterruptedException {
        var placed = placement.place(order);
        var verdict = await(placed.verdict(), preference);
        if (verdict.isEmpty()) {
            awaitAcknowledgement(placed);
        }
        var applied = preference.applied(VERDICT_WAIT_MAX, verdict.isEmpty());
        if (!applied.isEmpty()) {
            context.header("Preference-Applied", applied);
        }
        verdict.ifPresentOrElse(
                known -> VerdictAnswer.write(context, order, known, clock.instant()),
                () -> VerdictAnswer.pending(context, order.orderId()));
    }

    /** The verdict, or nothing when it was not seen in time; nobody waits for it then. */
    private static Optional<Verdict> await(CompletableFuture<Verdict> verdict, Preference preference)
            throws InterruptedException {
        try {
            return preference.wantsNoVerdict()
                    ? Optional.empty()
                    : Optional.of(
                            verdict.get(preference.waitAtMost(VERDICT_WAIT_MAX).toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException _) {
            return Optional.empty();
        } catch (ExecutionException e) {
            throw unavailable(e.getCause());
        } finally {
            verdict.cancel(false);
        }
    }

    /** 202 promises that the order will be judged, so it waits until the order can no longer be lost. */
    private static void awaitAcknowledgement(Placed placed) throws InterruptedException {
        try {
            placed.acknowledged().get(ACKNOWLEDGEMENT_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IntakeUnavailableException("Kafka did not acknowledge the order in time", e);
        } catch (ExecutionException e) {
            throw unavailable(e.getCause());
        }
    }

    private static RuntimeException unavailable(@Nullable Throwable cause) {
        return cause instanceof IntakeUnavailableException known
                ? known
                : new IllegalStateException("Placing an order failed", cause);
    }
}
