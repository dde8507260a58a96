package dev.quintet.http;

import dev.quintet.domain.order.Verdict;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/orders}: places an order and waits for its committed verdict. Runs on a virtual thread, so it may block. */
final class OrderRoute {
    private static final Duration VERDICT_WAIT_MAX = Duration.ofSeconds(2);
    private static final Duration ACKNOWLEDGEMENT_WAIT = Duration.ofSeconds(5);
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");
    private static final Pattern WAIT = Pattern.compile("wait\\s*=\\s*(\\d{1,6})");

    private final OrderPlacement placement;
    private final Clock clock;

    OrderRoute(OrderPlacement placement, Clock clock) {
        this.placement = placement;
        this.clock = clock;
    }

    void post(Context context) throws InterruptedException {
        if (!JsonRequest.isJson(context)) {
            Problems.unsupportedMediaType(context);
            return;
        }
        var json = JsonRequest.body(context);
        var body = OrderBody.read(json);
        json.rejectOthers();
        var order = body.withId(orderId(body, context.header("Idempotency-Key")));
        var preference = context.header("Prefer");
        var placed = placement.place(order);
        if (preference != null && preference.contains("respond-async")) {
            context.header("Preference-Applied", "respond-async");
            placed.verdict().cancel(false);
            pendingOnceAcknowledged(context, order.orderId(), placed);
            return;
        }
        var verdict = await(placed.verdict(), wait(preference));
        if (verdict.isPresent()) {
            VerdictAnswer.write(context, verdict.get(), clock.instant());
        } else {
            pendingOnceAcknowledged(context, order.orderId(), placed);
        }
    }

    private static String orderId(OrderBody body, @Nullable String key) {
        if (key != null && !KEY.matcher(key).matches()) {
            throw new MalformedRequestException("Idempotency-Key must be 1 to 255 printable ASCII characters");
        }
        if (body.orderId() != null) {
            return body.orderId();
        }
        return key == null ? "o-" + UUID.randomUUID() : OrderBody.idFromKey(body.customerId(), key);
    }

    private static Duration wait(@Nullable String preference) {
        var matcher = WAIT.matcher(preference == null ? "" : preference);
        if (!matcher.find()) {
            return VERDICT_WAIT_MAX;
        }
        var wanted = Duration.ofSeconds(Long.parseLong(matcher.group(1)));
        return wanted.compareTo(VERDICT_WAIT_MAX) < 0 ? wanted : VERDICT_WAIT_MAX;
    }

    /** The verdict, or nothing when it was not seen in time; nobody waits for it then. */
    private static Optional<Verdict> await(CompletableFuture<Verdict> verdict, Duration time)
            throws InterruptedException {
        try {
            return Optional.of(verdict.get(time.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException _) {
            verdict.cancel(false);
            return Optional.empty();
        } catch (ExecutionException e) {
            throw unavailable(e.getCause());
        }
    }

    /** 202 promises that the order will be judged, so it waits until the order can no longer be lost. */
    private static void pendingOnceAcknowledged(Context context, String orderId, OrderPlacement.Placed placed)
            throws InterruptedException {
        try {
            placed.acknowledged().get(ACKNOWLEDGEMENT_WAIT.toMillis(), TimeUnit.MILLISECONDS);
            VerdictAnswer.pending(context, orderId);
        } catch (TimeoutException e) {
            throw new IntakeUnavailableException("No acknowledgement in time", e);
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
