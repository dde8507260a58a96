package dev.quintet.verb;

import dev.quintet.http.IntakeUnavailableException;
import dev.quintet.local.DemoData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** What the demo begins with. Seeds what is missing; what somebody changed since stays changed. */
final class DemoSeed {
    private static final int ATTEMPTS = 10;

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
        if (Files.notExists(seeded)) {
            sowOnce();
            Files.createFile(seeded);
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
