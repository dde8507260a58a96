package dev.quintet.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * People who look at orders and lists all the time, and remember what they saw: no answer may be older than one before.
 * Of several pods they ask for what they know, with {@code ?after=}, and may be told to come back later.
 */
final class Readers implements AutoCloseable {
    private static final int PEOPLE = 2;

    private final Shop shop;
    private final Ledger ledger;
    private final boolean severalPods;
    private final AtomicInteger comeBackLater = new AtomicInteger();
    private final Queue<String> complaints = new ConcurrentLinkedQueue<>();
    private final AtomicInteger looks = new AtomicInteger();
    private final ScheduledExecutorService people = Executors.newScheduledThreadPool(PEOPLE);

    Readers(Shop shop, Ledger ledger) {
        this(shop, ledger, false);
    }

    Readers(Shop shop, Ledger ledger, boolean severalPods) {
        this.severalPods = severalPods;
        this.shop = shop;
        this.ledger = ledger;
        for (int number = 0; number < PEOPLE; number++) {
            var person = new Person(new SplittableRandom(number));
            var _ = people.scheduleWithFixedDelay(person::look, 0, 20, TimeUnit.MILLISECONDS);
        }
    }

    private final class Person {
        private final SplittableRandom dice;
        private final Map<String, Long> orders = new HashMap<>();
        private final Map<String, Long> lists = new HashMap<>();

        Person(SplittableRandom dice) {
            this.dice = dice;
        }

        void look() {
            var accepted = ledger.entries().stream()
                    .filter(entry -> entry.status() == 201)
                    .toList();
            if (accepted.isEmpty()) {
                return;
            }
            try {
                var order = accepted.get(dice.nextInt(accepted.size())).order();
                lookAtOrder(order, orders);
                if (!severalPods) {
                    lookAtList(order.customerId(), lists);
                }
                looks.incrementAndGet();
            } catch (RuntimeException e) {
                complaints.add("somebody got no answer: " + e);
            }
        }
    }

    private void lookAtOrder(Posted order, Map<String, Long> seen) {
        var known = seen.get(order.orderId());
        var answer =
                shop.get("/v1/orders/" + order.orderId() + (severalPods && known != null ? "?after=" + known : ""));
        if (severalPods && (answer.status() == 425 || isComeBackLater(answer))) {
            comeBackLater.incrementAndGet();
        } else if (answer.status() == 200) {
            remember(answer.body(), seen, "an order");
        } else if (answer.status() != 404 || seen.containsKey(order.orderId())) {
            // Before the view has it, it is not there; afterwards always.
            complaints.add(order + " was answered " + answer);
        }
    }

    private void lookAtList(String customerId, Map<String, Long> seen) {
        var answer = shop.get("/v1/customers/" + customerId + "/orders?limit=100");
        if (answer.status() == 200) {
            answer.body().path("orders").forEach(order -> remember(order, seen, "a list"));
        } else {
            complaints.add("the list of " + customerId + " was answered " + answer);
        }
    }

    private static boolean isComeBackLater(Shop.Answer answer) {
        return answer.status() == 503 && answer.retryAfter().isPresent();
    }

    private void remember(JsonNode order, Map<String, Long> seen, String where) {
        var orderId = order.path("orderId").asText();
        long version = order.path("version").asLong();
        var before = seen.put(orderId, version);
        if (before != null && version < before) {
            complaints.add(String.format(
                    Locale.ROOT, "%s in %s went from version %d back to %d", orderId, where, before, version));
        }
    }

    void assertNeverSawTimeGoBack() {
        assertThat(complaints).isEmpty();
        assertThat(looks).hasValueGreaterThan(100);
    }

    @Override
    public String toString() {
        return looks + " looks by " + PEOPLE + " people, who were told " + comeBackLater + " times to come back later";
    }

    @Override
    public void close() {
        people.close();
    }
}
