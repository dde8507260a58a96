package dev.quintet.faults;

import static dev.quintet.harness.Hang.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quintet.harness.Seeds;
import dev.quintet.local.Platform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Pods of views under load: one is added, one is killed, it comes back, and one is taken away. Any of them answers for all, and
 * nobody who names the version that they saw ever sees an older one.
 */
class PodsIT {
    @TempDir
    private Path folder;

    @Test
    void podsComeAndGoAndDieUnderLoadAndNobodySeesTimeGoBack() throws Exception {
        try (var platform = Platform.start(folder.resolve("platform"), 0, 0, _ -> {});
                var first = pod(platform, 1, "orders", "stock", "payment", "shipping", "views");
                var second = pod(platform, 2, "views")) {
            var sales = new Sales(first.shop(), new CommittedRecords(platform.bootstrap(), platform.registryUrl()));
            sales.open();
            await().atMost(PATIENCE).until(() -> first.isReady() && second.isReady());
            var pattern = new Load.Pattern(10, 40, new AllSorts(false));
            try (var load = new Load(sales.shop(), sales.ledger(), "p", Seeds.random("PodsIT"), pattern);
                    var here = new Readers(first.shop(), sales.ledger(), true)) {
                awaitMore(load);

                // when: one more
                try (var third = pod(platform, 3, "views")) {
                    await().atMost(PATIENCE).until(third::isReady);
                    try (var there = new Readers(third.shop(), sales.ledger(), true)) {
                        awaitMore(load);

                        // when: one is killed
                        second.process().kill9();

                        // then: the others go on, tell the truth or nothing, and after a while all of it
                        for (var pod : List.of(first, third)) {
                            await().atMost(PATIENCE).untilAsserted(() -> assertKnowsAll(pod, sales));
                        }

                        // when: it comes back
                        try (var again = pod(platform, 2, "views")) {
                            await().atMost(PATIENCE).until(again::isReady);
                            awaitMore(load);
                            there.assertNeverSawTimeGoBack();
                            System.out.println("PodsIT: at the third pod " + there);
                        }
                    }
                }

                // then: the one that is left answers for all, when the others have been taken away
                await().atMost(PATIENCE).untilAsserted(() -> assertKnowsAll(first, sales));
                here.assertNeverSawTimeGoBack();
                System.out.println("PodsIT: at the first pod " + here);
            }
            await().pollInterval(Duration.ofSeconds(1))
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(sales.facts().open()).isEmpty());
            new ShownOrders(first.shop()).assertEqual(sales.facts());
            first.assertUnharmed();
        }
    }

    private RunningServices pod(Platform platform, int number, String... services) throws Exception {
        var name = "pod-" + number;
        var more = Map.of("instance.id", name, "standby.replicas", "1", "stream.threads", "1");
        return RunningServices.start(
                Files.createDirectories(folder.resolve(name)),
                platform.bootstrap(),
                platform.registryUrl(),
                more,
                List.of(services));
    }

    private static void awaitMore(Load load) {
        int answered = load.answered();
        await().atMost(PATIENCE).until(() -> load.answered() > answered + 30);
    }

    /** A pod answers for every order, of its own or of another, and for their sum. */
    private static void assertKnowsAll(RunningServices pod, Sales sales) {
        assertThat(pod.shop().get("/v1/promotions/burger-day/sales").status()).isEqualTo(200);
        assertThat(sales.ledger().entries())
                .filteredOn(entry -> entry.status() == 201)
                .isNotEmpty()
                .extracting(entry ->
                        pod.shop().get("/v1/orders/" + entry.order().orderId()).status())
                .containsOnly(200);
    }
}
