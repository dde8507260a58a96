package dev.quintet.http;

import dev.quintet.domain.order.CancelOrder;
import dev.quintet.domain.order.OperatorAction;
import dev.quintet.domain.order.OrderFact;
import dev.quintet.domain.order.RepairOrder;
import dev.quintet.domain.saga.StepStatus;
import dev.quintet.domain.view.OrderStatus;
import dev.quintet.domain.view.OrderView;
import dev.quintet.http.query.OrderQueries;
import dev.quintet.http.query.Shard;
import dev.quintet.http.query.View;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What can be done to an order that was placed: cancel it, and help it on. Each sends a command, which is judged by the
 * orders service alone, and waits until the view shows what came of it.
 */
final class OrderActionRoute {
    private static final Duration EFFECT_WAIT = Duration.ofSeconds(2);
    private static final int REASON_LENGTH_MAX = 500;

    private final Routing routing;
    private final OrderQueries orders;
    private final OrderPlacement commands;

    OrderActionRoute(Routing routing, OrderQueries orders, OrderPlacement commands) {
        this.routing = routing;
        this.orders = orders;
        this.commands = commands;
    }

    /** 200 when it is cancelled, 202 while it is being undone, 409 when it can't be cancelled any more. */
    void delete(Context context) throws InterruptedException {
        var reason = reason(context.queryParam("reason"));
        routing.route(context, View.ORDERS, OrderPath.id(context), shard -> {
            var before = find(context, shard);
            if (before == null) {
                UnknownOrder.answer(context);
            } else if (isOpen(before)) {
                commands.send(new CancelOrder(before.orderId(), before.customerId(), reason));
                answerCancelled(context, await(shard, before));
            } else {
                answerCancelled(context, before);
            }
        });
    }

    private static boolean isOpen(OrderView order) {
        return order.course() == OrderStatus.ACCEPTED;
    }

    private OrderView await(Shard shard, OrderView before) throws InterruptedException {
        var after = orders.await(shard, before.orderId(), before.customerId(), view -> !isOpen(view), EFFECT_WAIT);
        return after == null ? before : after.view();
    }

    private static void answerCancelled(Context context, OrderView order) {
        switch (order.course()) {
            case CANCELLED -> ViewJson.answer(context, OrderAnswer.of(order));
            case REFUSED, CONFIRMED, COMPLETED ->
                conflict(context, order, "An order that is " + order.course() + " can't be cancelled");
            default -> ViewJson.answer(context.status(202), OrderAnswer.of(order));
        }
    }

    /** 200 when the saga took it, 202 when that was not seen in time, 409 when the order has ended, or can't be undone any more. */
    void operate(Context context) throws InterruptedException {
        var body = JsonRequest.body(context);
        var action = action(body);
        var step = body.optionalText("step");
        var reason = reason(body.text("reason"));
        body.rejectOthers();
        var by = OrderPath.operator(context);
        routing.route(context, View.ORDERS, OrderPath.id(context), shard -> {
            var order = find(context, shard);
            if (order == null) {
                UnknownOrder.answer(context);
                return;
            }
            var problem = problem(order, action, step, reason);
            if (order.status().isTerminal()) {
                conflict(context, order, "An order that is " + order.status() + " has nothing left to repair");
            } else if (problem != null) {
                ProblemDocument.ruleBroken("The repair breaks a rule", List.of(problem))
                        .answer(context);
            } else {
                var name = step == null ? "" : step;
                repair(context, shard, new RepairOrder(order.orderId(), order.customerId(), action, name, reason, by));
            }
        });
    }

    private void repair(Context context, Shard shard, RepairOrder command) throws InterruptedException {
        var isDone = orders.happens(
                command.orderId(), () -> commands.send(command), fact -> isAnswer(command, fact), EFFECT_WAIT);
        var order = orders.find(shard, command.orderId(), command.customerId());
        if (order == null) {
            UnknownOrder.answer(context);
        } else if (isDone && command.action() == OperatorAction.COMPENSATE && !isUndone(order.view())) {
            conflict(context, order.view(), "The delivery is on its way, so the order can't be undone");
        } else {
            ViewJson.answer(context.status(isDone ? 200 : 202), OrderAnswer.of(order.view()));
        }
    }

    private static boolean isAnswer(RepairOrder command, OrderFact fact) {
        return switch (fact) {
            case OrderFact.OperatorActed(var action, var step, var _, var _) ->
                action == command.action() && step.equals(command.step());
            case OrderFact.CancelRefused(var by) ->
                command.action() == OperatorAction.COMPENSATE
                        && by.equals(OrderFact.CancelRefused.OPERATOR + command.by());
            default -> false;
        };
    }

    /** Whether it is undone, or its delivery is being recalled. */
    private static boolean isUndone(OrderView order) {
        return switch (order.course()) {
            case CANCELLING, CANCELLED -> true;
            default -> order.steps().stream().anyMatch(step -> step.status() == StepStatus.COMPENSATING);
        };
    }

    private @Nullable OrderView find(Context context, Shard shard) throws InterruptedException {
        var order = orders.findSoon(shard, OrderPath.id(context), OrderPath.customer(context));
        return order == null ? null : order.view();
    }

    private static OperatorAction action(JsonObject body) {
        try {
            return OperatorAction.valueOf(body.text("action"));
        } catch (IllegalArgumentException _) {
            throw body.mustBe("action", "RETRY, SKIP or COMPENSATE");
        }
    }

    private static @Nullable String problem(
            OrderView order, OperatorAction action, @Nullable String step, String reason) {
        if (reason.isBlank()) {
            return "reason must say why: it is kept with the order";
        }
        if (action == OperatorAction.COMPENSATE) {
            return step == null || step.isEmpty() ? null : "COMPENSATE is for the whole order, without a step";
        }
        if (step == null || order.stepCalled(step) == null) {
            var names = order.steps().stream().map(known -> known.name()).toList();
            return "step must be one of those that have begun: " + String.join(", ", names);
        }
        return null;
    }

    private static String reason(@Nullable String text) {
        if (text != null && text.length() > REASON_LENGTH_MAX) {
            throw new MalformedRequestException("reason may have " + REASON_LENGTH_MAX + " characters");
        }
        return text == null ? "" : text;
    }

    private static void conflict(Context context, OrderView order, String detail) {
        new ProblemDocument(
                        409,
                        "conflict",
                        "Too late",
                        detail,
                        Map.of(
                                "orderId",
                                order.orderId(),
                                "orderStatus",
                                order.status().name(),
                                "version",
                                order.version()))
                .answer(context);
    }
}
