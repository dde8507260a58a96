package dev.quintet.faults;

import static dev.quintet.harness.Hang.PATIENCE;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Customers who post orders at a steady rate, several more than the limit allows, and now and then one twice. */
final class Load implements AutoCloseable {
    private static final int IN_FLIGHT_MAX = 64;
    private static final int REGULARS = 40;

    /**
     * Who orders what, how often.
     *
     * @param customers how many new ones there are
     */
    record Pattern(int ordersPerSecond, int customers, Choice choice) {
        /** A rush: far more orders than slots, one in twenty for what is not on the menu. */
        static final Pattern RUSH = new Pattern(
                150,
                40,
                (dice, order, customer) -> new Posted(order, customer, dice.nextInt(20) == 0 ? "unicorn" : "classic"));

        interface Choice {
            Posted order(SplittableRandom dice, String orderId, String customerId);
        }
    }

    private final Shop shop;
    private final Ledger ledger;
    private final String prefix;
    private final SplittableRandom random;
    private final Pattern pattern;
    private final List<Posted> posted = new ArrayList<>();
    private final Semaphore inFlight = new Semaphore(IN_FLIGHT_MAX);
    private final AtomicInteger answered = new AtomicInteger();
    private final ConcurrentLinkedQueue<CompletableFuture<?>> pending = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

    Load(Shop shop, Ledger ledger, String prefix, SplittableRandom random, Pattern pattern) {
        this.shop = shop;
        this.ledger = ledger;
        this.prefix = prefix;
        this.random = random;
        this.pattern = pattern;
        for (int customer = 0; customer < REGULARS; customer++) {
            introduce("regular-" + customer);
        }
        for (int customer = 0; customer < pattern.customers(); customer++) {
            introduce(prefix + "-" + customer);
        }
        var _ = clock.scheduleAtFixedRate(
                this::post, 0, TimeUnit.SECONDS.toNanos(1) / pattern.ordersPerSecond(), TimeUnit.NANOSECONDS);
    }

    private void introduce(String customerId) {
        await().atMost(PATIENCE).until(() -> shop.introduce(customerId));
    }

    /** How many answers came so far. */
    int answered() {
        return answered.get();
    }

    private void post() {
        if (!inFlight.tryAcquire()) {
            return;
        }
        var order = next();
        ledger.posted(order);
        pending.add(shop.post(order).handle((answer, failure) -> {
            inFlight.release();
            if (failure == null) {
                answered.incrementAndGet();
                ledger.answered(order, answer);
            }
            return null;
        }));
    }

    private Posted next() {
        if (!posted.isEmpty() && random.nextInt(10) == 0) {
            return posted.get(random.nextInt(posted.size()));
        }
        // One in five is somebody who ordered in an earlier round too.
        boolean isRegular = random.nextInt(5) == 0;
        var customer =
                isRegular ? "regular-" + random.nextInt(REGULARS) : prefix + "-" + random.nextInt(pattern.customers());
        var order = pattern.choice().order(random, prefix + "-" + posted.size(), customer);
        posted.add(order);
        return order;
    }

    /** Ends it, once every order that was posted was answered or broke off. */
    @Override
    public void close() {
        clock.close();
        CompletableFuture.allOf(pending.toArray(CompletableFuture[]::new)).join();
    }
}
