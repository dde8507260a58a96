package dev.quintet.local.bench;

import dev.quintet.domain.order.OrderFact;
import dev.quintet.domain.saga.Action;
import dev.quintet.wire.ApplicationIds;
import dev.quintet.wire.Clock;
import dev.quintet.wire.Topics;
import dev.quintet.wire.WireSerdes;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A million open sagas: how long the orders service takes to come back with them, and what its clock costs while nothing
 * is due. The slots come of a million orders that the service judged; the sagas are written to their changelog, because
 * orders that begin one after another for minutes would not wait.
 */
final class OpenSagas {
    private static final String STEP = "open-sagas";
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** So many punctuations are waited for: some seconds of every task. */
    private static final int PUNCTUATIONS = 800;

    /** Every so manieth saga gets a reply in the end, to show that all are there; of those that have just begun. */
    private static final int ANSWER_EVERY = 999;

    private final Admin admin;
    private final BenchPlatform platform;
    private final Workload workload;
    private final Consumer<String> progress;

    private OpenSagas(Admin admin, BenchPlatform platform, Workload workload, Consumer<String> progress) {
        this.admin = admin;
        this.platform = platform;
        this.workload = workload;
        this.progress = progress;
    }

    static OpenSagaFigures run(Admin admin, BenchPlatform platform, Workload workload, Consumer<String> progress)
            throws InterruptedException, ExecutionException {
        var step = new OpenSagas(admin, platform, workload, progress);
        step.fill();
        var figures = step.measure();
        progress.accept("  " + figures.inWords());
        return figures;
    }

    private void fill() throws InterruptedException, ExecutionException {
        progress.accept("filling the stores of orders with " + workload.orders() + " slots and sagas");
        BenchTopics.renew(admin, platform, Clock.EVENT);
        Preload.run(platform, workload);
        var _ = Drain.run(
                admin,
                platform,
                STEP,
                ApplicationIds.ORDERS,
                BenchTopology.ADMISSION,
                workload.orders(),
                workload.orders());
        SagaChangelog.write(platform, workload);
    }

    private OpenSagaFigures measure() {
        double restore;
        try (var service = start()) {
            restore = secondsUntilRunning(service);
        }
        try (var service = start()) {
            double restart = secondsUntilRunning(service);
            var told = awaitPunctuations(service);
            return new OpenSagaFigures(
                    workload.orders(),
                    restore,
                    restart,
                    Double.parseDouble(told.group(1)),
                    Double.parseDouble(told.group(2)),
                    lostOrChanged());
        }
    }

    private ChildJvm start() {
        return platform.startApp(SagaServices.class.getName(), STEP, Clock.BROKER, List.of("false"));
    }

    /** From the start of its process. */
    private static double secondsUntilRunning(ChildJvm service) {
        var _ = service.awaitSaid(SagaServices.RUNNING, PATIENCE);
        return service.age().toMillis() / 1e3;
    }

    private static Matcher awaitPunctuations(ChildJvm service) {
        var told = service.awaitSaid(Punctuations.TOLD, PATIENCE);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            var last = Punctuations.TOLD.matcher(service.saidLast());
            if (last.matches() && Integer.parseInt(last.group(3)) >= PUNCTUATIONS) {
                return last;
            }
            service.requireAlive();
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
        return told;
    }

    /** Answers some sagas, and expects that each goes on and no other does anything. */
    private @Nullable String lostOrChanged() {
        var serdes = platform.serdes();
        try (var events = CommittedTopic.open(
                platform, Topics.ORDER_EVENTS, serdes.orderEvent().deserializer(), Map.of())) {
            events.seekToEnd(events.assignment());
            // Seeking is lazy.
            events.assignment().forEach(events::position);
            var waiting = answerSome(serdes);
            long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (!waiting.isEmpty() && System.nanoTime() < deadline) {
                for (var event : events.poll(Duration.ofMillis(100))) {
                    boolean isIt = event.value().fact() instanceof OrderFact.StepSucceeded
                            && event.value().version() == 2
                            && waiting.remove(event.key());
                    if (!isIt) {
                        return "order " + event.key() + " has an unexpected fact " + event.value();
                    }
                }
            }
            return waiting.isEmpty() ? null : "order " + waiting.iterator().next() + " has lost its saga";
        }
    }

    private Set<String> answerSome(WireSerdes serdes) {
        var answered = new HashSet<String>();
        try (var producer = BenchProducer.open(platform, serdes.reply().serializer())) {
            for (int index = 0; index < workload.orders(); index += ANSWER_EVERY) {
                var order = workload.order(index);
                var reply = SagaChangelog.done(order, Action.RESERVE_STOCK);
                producer.send(new ProducerRecord<>(Topics.STOCK_REPLIES, order.customerId(), reply));
                answered.add(order.orderId());
            }
        }
        return answered;
    }
}
