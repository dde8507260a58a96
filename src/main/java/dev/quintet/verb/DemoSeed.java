package dev.quintet.verb;

import dev.quintet.domain.limit.ReferenceData;
import dev.quintet.http.IntakeUnavailableException;
import dev.quintet.local.DemoData;
import dev.quintet.wire.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/** What the demo begins with. Seeds what is missing; what somebody changed since stays changed. */
final class DemoSeed {
    private static final int ATTEMPTS = 10;
    private static final Duration LOOK = Duration.ofMillis(50);

    private final RunningServices running;
    private final Consumer<String> progress;

    DemoSeed(RunningServices running, Consumer<String> progress) {
        this.running = running;
        this.progress = progress;
    }

    /** @param data the demo's folder, which remembers that outlets and customers were seeded */
    void sow(Path data) throws InterruptedException, IOException {
        for (var item : DemoData.menu()) {
            if (running.views().item(item.itemId()) == null) {
                patiently(() -> running.publisher().publish(item));
            }
        }
        var burgerDay = DemoData.burgerDay();
        if (running.views().promotion(burgerDay.promotionId()) == null) {
            patiently(() -> running.publisher().publish(burgerDay));
        }
        var seeded = data.resolve("seeded");
        boolean isFirst = Files.notExists(seeded);
        if (isFirst) {
            sowOnce();
        }
        awaitSeen(isFirst);
        if (isFirst) {
            Files.createFile(seeded);
        }
    }

    /** Who is judged, delivered and shown by what was sown must have read it. */
    private void awaitSeen(boolean isFirst) throws InterruptedException {
        var wait = Patience.usual().begin("the services to read the reference data");
        while (!isSeen(isFirst)) {
            if (wait.isOver()) {
                throw new StartException("The reference data is published, and the services do not read it");
            }
            Thread.sleep(LOOK);
        }
    }

    private boolean isSeen(boolean isFirst) {
        return isSeen(running.tables().judgedBy()) && isSeen(running.views()) && (!isFirst || isSownOnceSeen());
    }

    /** What somebody may take away later is not sown again, and not waited for. */
    private boolean isSownOnceSeen() {
        return DemoData.customers().stream()
                        .allMatch(customer -> running.tables().isDeliveredTo(customer.customerId()))
                && running.suppliedOutlets().containsAll(DemoData.supplies().keySet());
    }

    private static boolean isSeen(ReferenceData tables) {
        return tables.promotion(DemoData.burgerDay().promotionId()) != null
                && DemoData.menu().stream().allMatch(item -> tables.item(item.itemId()) != null);
    }

    /** Waits until an order that is sent would get its verdict, or nobody wants that any more. */
    void awaitReady(Until until, Patience patience) throws InterruptedException {
        var wait = patience.begin("the services to be ready");
        while (running.isLive() && !running.readiness().ready() && !wait.isOver()) {
            if (until.stopped(() -> true, LOOK)) {
                return;
            }
        }
    }

    private void sowOnce() throws InterruptedException {
        for (var customer : DemoData.customers()) {
            patiently(() -> running.publisher().publish(customer));
        }
        for (var outlet : DemoData.supplies().entrySet()) {
            int number = 0;
            for (var request : outlet.getValue()) {
                // The same in every try, so that a seed that was cut off is not sown twice.
                var commandId = "seed-" + ++number;
                patiently(() -> running.publisher().send(commandId, outlet.getKey(), request));
            }
        }
    }

    private interface Publication {
        void publish() throws InterruptedException;
    }

    /** A broker that has just started on a busy machine may take longer than a caller over HTTP would wait. */
    private void patiently(Publication publication) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                publication.publish();
                return;
            } catch (IntakeUnavailableException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                progress.accept("waiting for the broker to take the reference data");
            }
        }
    }
}
