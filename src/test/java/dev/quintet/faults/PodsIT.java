package dev.quintet.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quintet.faults.Shop.Answer;
import dev.quintet.local.Platform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three pods of views: any of them answers for all, one may be killed, and nobody who names the version that they saw
 * ever sees an older one.
 */
class PodsIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int ORDERS = 12;

    @TempDir
    private Path folder;

    private final List<Seen> seen = new ArrayList<>();

    /** An order, and the latest version that anybody has seen of it. */
    private record Seen(String orderId, AtomicInteger version) {}

    @Test
    void anyPodAnswersForAllAndTheDeathOfOneIsGotOver() throws Exception {
        try (var platform = Platform.start(folder.resolve("platform"), 0, 0, _ -> {});
                var first = pod(platform, 1, "orders", "stock", "payment", "shipping", "views");
                var second = pod(platform, 2, "views");
                var third = pod(platform, 3, "views")) {
            var all = List.of(first, second, third);
            await().atMost(PATIENCE).until(() -> all.stream().allMatch(RunningServices::isReady));

            // when: orders go in at one pod after the other
            first.shop()
                    .postTo("/v1/outlets/akaso-1/stock", "{\"lines\":[{\"itemId\":\"classic\",\"quantity\":1000}]}");
            for (int i = 0; i < ORDERS; i++) {
                place(all.get(i % all.size()), "o-" + i);
            }

            // then: each is seen at every pod to its end, and the sums are the same everywhere
            for (var pod : all) {
                seen.forEach(order -> awaitCompleted(pod, order));
                await().atMost(PATIENCE).until(() -> completed(pod) == ORDERS);
            }

            // when: one is killed under way
            second.process().kill9();

            // then: the others go on, tell the truth or nothing, and after a while all of it
            var left = List.of(first, third);
            await().atMost(PATIENCE).until(() -> left.stream().allMatch(this::knowsAll));
            place(third, "after");
            left.forEach(pod -> seen.forEach(order -> awaitCompleted(pod, order)));
            await().atMost(PATIENCE).until(() -> completed(third) == ORDERS + 1);
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

    private void place(RunningServices pod, String orderId) {
        // A customer for each order, so that no limit is in the way.
        var customerId = "c-" + orderId;
        assertThat(pod.shop().introduce(customerId)).isTrue();
        var order = new Posted(orderId, customerId, "classic", "akaso-1", "tok_ok");
        await().atMost(PATIENCE).until(() -> pod.shop().post(order).join().status() == 201);
        seen.add(new Seen(orderId, new AtomicInteger(1)));
    }

    private void awaitCompleted(RunningServices pod, Seen order) {
        await().atMost(PATIENCE).until(() -> {
            var answer = ask(pod, order);
            return answer.status() == 200
                    && answer.body().path("status").asText().equals("COMPLETED");
        });
    }

    private boolean knowsAll(RunningServices pod) {
        return seen.stream().allMatch(order -> ask(pod, order).status() == 200);
    }

    /** Asks as a client that reads what it wrote does, and checks what it is told. */
    private static Answer ask(RunningServices pod, Seen order) {
        int known = order.version().get();
        var answer = pod.shop().get("/v1/orders/" + order.orderId() + "?after=" + known);
        switch (answer.status()) {
            case 200 -> {
                int version = answer.body().path("version").asInt();
                assertThat(version).as("%s goes back in time", order).isGreaterThanOrEqualTo(known);
                order.version().set(version);
            }
            case 425 -> assertThat(answer.body().path("version").asInt()).isLessThan(known);
            default -> {
                assertThat(answer.status()).as("%s", answer).isEqualTo(503);
                assertThat(answer.retryAfter()).isPresent();
            }
        }
        return answer;
    }

    private static int completed(RunningServices pod) {
        var sales = pod.shop().get("/v1/promotions/burger-day/sales");
        return sales.status() == 200
                ? sales.body().path("total").path("completed").asInt()
                : -1;
    }
}
