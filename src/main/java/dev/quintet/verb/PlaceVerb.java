package dev.quintet.verb;

import dev.quintet.domain.order.Ids;
import dev.quintet.domain.order.OrderLine;
import dev.quintet.domain.order.PlaceOrder;
import dev.quintet.domain.order.Verdict;
import dev.quintet.domain.view.OrderStatus;
import dev.quintet.http.IntakeUnavailableException;
import dev.quintet.http.OrderIntake;
import dev.quintet.wire.Patience;
import dev.quintet.wire.Topics;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

@Command(
        name = "place",
        description =
                "Place orders through Kafka and print each committed verdict, and if asked for each end, as a line of JSON.",
        footer = {"", "Exit code: 0 when all were accepted, and completed if that was waited for, 3 when one was not."})
public final class PlaceVerb extends ClusterVerb {
    private static final int NOT_ALL = 3;
    private static final long LOOK_MILLIS = 200;

    @Option(names = "--customer", paramLabel = "ID", required = true, description = "Who orders.")
    private String customer = "";

    @Option(names = "--item", defaultValue = "classic", description = "What is ordered. Default: ${DEFAULT-VALUE}")
    private String item = "";

    @Option(
            names = "--quantity",
            defaultValue = "1",
            converter = CountConverter.Positive.class,
            description = "How many of it. Default: ${DEFAULT-VALUE}")
    private int quantity;

    @Option(names = "--promotion", defaultValue = "burger-day", description = "Default: ${DEFAULT-VALUE}")
    private String promotion = "";

    @Option(names = "--outlet", defaultValue = "akaso-1", description = "Default: ${DEFAULT-VALUE}")
    private String outlet = "";

    @Option(names = "--payment", defaultValue = "tok_ok", description = "Payment token. Default: ${DEFAULT-VALUE}")
    private String payment = "";

    @Option(names = "--order-id", paramLabel = "ID", description = "The same id is the same order. Default: a new one")
    private @Nullable String orderId;

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            converter = InstantConverter.class,
            description = "When it is placed; only for a system on the event clock.")
    private @Nullable Instant at;

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "1",
            converter = CountConverter.Positive.class,
            description = "How often. Default: once")
    private int count;

    @Option(
            names = "--wait",
            defaultValue = "verdict",
            description = "For what: verdict, or completed for the end of the saga too. Default: ${DEFAULT-VALUE}")
    private Awaited wait = Awaited.verdict;

    /** Named as on the command line. */
    private enum Awaited {
        verdict,
        completed
    }

    @Override
    public Integer call() throws InterruptedException {
        requireIds();
        var serdes = broker.serdes();
        try (var cluster = broker.connect()) {
            cluster.requireTopics(Topics.ORDER_COMMANDS, Topics.ORDER_VERDICTS);
            if (at != null) {
                cluster.requireEventClock("--at");
            }
            try (var intake = OrderIntake.openPatiently(
                            cluster.clientConfigs(), serdes, "place-" + UUID.randomUUID(), cluster.patience());
                    var ends = wait == Awaited.completed ? OrderEnds.listen(cluster, serdes) : null) {
                return place(intake, ends, cluster.patience());
            }
        }
    }

    private int place(OrderIntake intake, @Nullable OrderEnds ends, Patience patience) throws InterruptedException {
        boolean allWell = true;
        for (int i = 0; i < count; i++) {
            var verdict = verdict(intake, order(), patience);
            out().println(VerdictLine.of(verdict));
            allWell &= verdict.isAccepted();
            if (ends != null && verdict.isAccepted()) {
                var end = ends.await(verdict);
                out().println(OrderEnds.line(end));
                allWell &= end.status() == OrderStatus.COMPLETED;
            }
        }
        return allWell ? 0 : NOT_ALL;
    }

    private PlaceOrder order() {
        var id = orderId == null ? "o-" + UUID.randomUUID() : orderId;
        return new PlaceOrder(id, customer, promotion, outlet, List.of(new OrderLine(item, quantity)), payment);
    }

    private Verdict verdict(OrderIntake intake, PlaceOrder order, Patience patience) throws InterruptedException {
        var placed = at == null ? intake.place(order) : intake.place(order, at);
        var wait = patience.begin("the verdict on order " + order.orderId());
        try {
            while (!wait.isOver()) {
                try {
                    return placed.verdict().get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException _) {
                    // Looks again.
                }
            }
            throw new VerbException("Order " + order.orderId() + " is sent, and no verdict came within "
                    + patience.silence().toSeconds()
                    + " s: does the orders service run? It will be judged all the same");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IntakeUnavailableException known
                    ? known
                    : new IllegalStateException(e.getCause());
        }
    }

    /** Without them nobody could answer: such a command becomes a dead letter. */
    private void requireIds() {
        var order = order();
        if (!order.isIdentifiable()) {
            throw new ParameterException(commandLine(), "--customer and --order-id must be " + Ids.RULE);
        }
        if (at != null && at.toEpochMilli() < 0) {
            throw new ParameterException(commandLine(), "--at must not be before 1970, where Kafka's time begins");
        }
    }
}
