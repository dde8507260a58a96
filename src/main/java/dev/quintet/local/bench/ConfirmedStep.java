package dev.quintet.local.bench;

import dev.quintet.local.MailSink;
import dev.quintet.wire.Clock;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/**
 * Orders over HTTP to every service as production runs it, in one process, mails included: how long until they are
 * confirmed. First all go well, then some are refused, declined or never answered by the payment provider.
 */
final class ConfirmedStep {
    static final String HAPPY = "confirmed";

    private static final int ORDERS_PER_SECOND = 100;
    private static final int ORDERS = 20 * ORDERS_PER_SECOND;
    private static final int WARM_UP_PER_SECOND = 125;

    /** The compiler takes a third of two cores for four minutes, in the broker and in the app, which run all code there is. */
    private static final int WARM_UP_ORDERS = 240 * WARM_UP_PER_SECOND;

    /** An order whose payment is never answered is given up after 35 to 39 s, and then undone. */
    private static final Duration LAST_END = Duration.ofMinutes(3);

    private static final List<String> SERVICES =
            List.of("run", "orders", "stock", "payment", "shipping", "notification", "views");

    private final BenchPlatform platform;
    private final ChildJvm services;
    private final Consumer<String> progress;
    private final OrderWatch watch;
    private final URI http;

    private ConfirmedStep(
            BenchPlatform platform, ChildJvm services, Consumer<String> progress, OrderWatch watch, URI http) {
        this.platform = platform;
        this.services = services;
        this.progress = progress;
        this.watch = watch;
        this.http = http;
    }

    static List<Confirmation> run(Admin admin, BenchPlatform platform, Consumer<String> progress)
            throws InterruptedException, ExecutionException {
        var warmUp = new SagaWorkload("warm-up", 0, WARM_UP_ORDERS, false);
        var happy = new SagaWorkload(HAPPY, WARM_UP_ORDERS, ORDERS, false);
        var mixed = new SagaWorkload("confirmed-mixed", WARM_UP_ORDERS + ORDERS, ORDERS, true);
        var folder = platform.folder();
        progress.accept("starting all services for orders over HTTP");
        BenchTopics.renew(admin, platform, Clock.BROKER);
        SagaSeed.sow(platform, List.of(warmUp, happy, mixed));
        try (var mail = MailSink.start(folder.resolve("mail"));
                var services = platform.startApp(
                        ChildJvm.QUINTET,
                        "confirmed",
                        Clock.BROKER,
                        SERVICES,
                        Map.of(
                                "QUINTET_STREAM_THREADS", "1",
                                "QUINTET_SMTP_PORT", String.valueOf(mail.port()),
                                "QUINTET_SMS_FILE", folder.resolve("sms.jsonl").toString()));
                var watch = OrderWatch.start(platform)) {
            var port =
                    services.awaitSaid(LatencyStep.PORT, LatencyStep.PATIENCE).group(1);
            var step = new ConfirmedStep(platform, services, progress, watch, URI.create("http://127.0.0.1:" + port));
            step.awaitEnd(step.place(warmUp, WARM_UP_PER_SECOND));
            var confirmations = new ArrayList<Confirmation>();
            for (var workload : List.of(happy, mixed)) {
                confirmations.add(step.measure(workload));
            }
            return confirmations;
        }
    }

    private Confirmation measure(SagaWorkload workload) {
        var begin = CpuReading.now(services.handle(), platform.broker());
        var orders = place(workload, ORDERS_PER_SECOND);
        var end = CpuReading.now(services.handle(), platform.broker());
        awaitEnd(orders);
        var cost = StepFigures.between(workload.name(), workload.orders(), begin, end);
        var confirmation = Confirmation.of(workload, cost, ORDERS_PER_SECOND, orders, watch, violation(workload));
        progress.accept("  " + confirmation.inWords());
        return confirmation;
    }

    private OpenLoop place(SagaWorkload workload, int perSecond) {
        progress.accept("placing " + workload.orders() + " orders at " + perSecond + "/s (" + workload.name() + ")");
        var orders = new OpenLoop(http, workload::order);
        orders.run(perSecond, workload.orders());
        return orders;
    }

    private void awaitEnd(OpenLoop orders) {
        if (!watch.awaitEnded(orders.taken(), LAST_END)) {
            progress.accept("  some have not ended within " + LAST_END.toSeconds() + " s");
        }
    }

    private @Nullable String violation(SagaWorkload workload) {
        var proof = new SagaProof(workload);
        EventLog.read(platform, event -> {
            if (workload.index(event.orderId()) >= 0) {
                proof.take(event);
            }
        });
        return proof.violation();
    }
}
