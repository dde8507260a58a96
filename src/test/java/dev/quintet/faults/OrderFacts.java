package dev.quintet.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.generic.GenericRecord;

/** All that is committed on order.events, judged without a line of the product. */
record OrderFacts(List<Fact> facts) {
    private static final long DAY_MILLIS = Duration.ofHours(24).toMillis();
    private static final int SLOTS = 5;

    /** A reply and an order that come at the same time lie on two topics, and may be judged in either order. */
    private static final long BLUR_MILLIS = 30_000;

    private static final Set<String> VERDICTS = Set.of("OrderAccepted", "OrderRefused");
    private static final Set<String> ENDS = Set.of("OrderCompleted", "OrderCancelled");

    /**
     * One fact; {@code detail} is why an order was refused, whether its slot was released, which step it is about, or who
     * stepped in, and else empty.
     */
    record Fact(String orderId, String customerId, long version, long atMillis, String kind, String detail) {
        boolean accepted() {
            return kind.equals("OrderAccepted");
        }

        boolean isVerdict() {
            return VERDICTS.contains(kind);
        }

        boolean isEnd() {
            return ENDS.contains(kind);
        }

        /** The kind, and what it is about. */
        String inWords() {
            return (kind + " " + detail).strip();
        }
    }

    static OrderFacts read(CommittedRecords records) {
        return new OrderFacts(
                records.read("order.events").stream().map(OrderFacts::fact).toList());
    }

    /** L1 and L2 by brute force; versions without a gap, one verdict first, and nothing after an end. */
    void assertSound() {
        ofOrders().values().forEach(OrderFacts::assertSound);
        var released = facts.stream()
                .filter(fact -> fact.detail().equals("released"))
                .collect(Collectors.toMap(Fact::orderId, Fact::atMillis));
        var byCustomer = facts.stream().filter(Fact::isVerdict).collect(Collectors.groupingBy(Fact::customerId));
        byCustomer.forEach((customer, theirs) -> {
            for (var fact : theirs) {
                assertThat(live(theirs, released, fact, BLUR_MILLIS))
                        .as("slots of %s at %s", customer, fact)
                        .isLessThanOrEqualTo(SLOTS);
                if (fact.detail().equals("LIMIT_REACHED")) {
                    assertThat(live(theirs, released, fact, -BLUR_MILLIS))
                            .as("witnesses of %s", fact)
                            .isGreaterThanOrEqualTo(SLOTS);
                }
            }
        });
    }

    /** The slots that were held at a fact: those released later than {@code margin} milliseconds after it count. */
    private static long live(List<Fact> theirs, Map<String, Long> released, Fact at, long margin) {
        return theirs.stream()
                .filter(other -> other.accepted()
                        && other.atMillis() <= at.atMillis()
                        && other.atMillis() > at.atMillis() - DAY_MILLIS
                        && released.getOrDefault(other.orderId(), Long.MAX_VALUE) > at.atMillis() + margin)
                .count();
    }

    private static void assertSound(List<Fact> ofOrder) {
        for (int i = 0; i < ofOrder.size(); i++) {
            assertThat(ofOrder.get(i).version())
                    .as("version of %s", ofOrder.get(i))
                    .isEqualTo(i + 1L);
            assertThat(ofOrder.get(i).isVerdict()).as("%s", ofOrder.get(i)).isEqualTo(i == 0);
        }
        var ends = ofOrder.stream().filter(Fact::isEnd).toList();
        assertThat(ends).as("S1").hasSizeLessThanOrEqualTo(1);
        if (!ends.isEmpty()) {
            assertThat(ofOrder.getLast()).as("S2").isEqualTo(ends.getFirst());
        }
    }

    /** The accepted orders that have not come to an end. */
    List<String> open() {
        return ofOrders().values().stream()
                .filter(ofOrder ->
                        ofOrder.getFirst().accepted() && !ofOrder.getLast().isEnd())
                .map(ofOrder -> ofOrder.getFirst().orderId())
                .toList();
    }

    /** The ids of the orders that came to an end. */
    Set<String> ended(String kind) {
        return facts.stream()
                .filter(fact -> fact.kind().equals(kind))
                .map(Fact::orderId)
                .collect(Collectors.toSet());
    }

    /** The verdicts by order. */
    Map<String, Fact> byOrder() {
        return facts.stream().filter(Fact::isVerdict).collect(Collectors.toMap(Fact::orderId, fact -> fact));
    }

    /** The last fact of every order. */
    Map<String, Fact> latest() {
        var latest = new HashMap<String, Fact>();
        ofOrders().forEach((orderId, ofOrder) -> latest.put(orderId, ofOrder.getLast()));
        return latest;
    }

    /** What happened to an order, oldest first. */
    List<Fact> of(String orderId) {
        return ofOrders().getOrDefault(orderId, List.of());
    }

    /** The first fact of an order that says this, as {@code StepSucceeded reserve-stock}. */
    Optional<Fact> find(String orderId, String inWords) {
        return of(orderId).stream()
                .filter(fact -> fact.inWords().equals(inWords))
                .findFirst();
    }

    private Map<String, List<Fact>> ofOrders() {
        var ofOrders = new HashMap<>(facts.stream().collect(Collectors.groupingBy(Fact::orderId)));
        ofOrders.replaceAll((_, ofOrder) ->
                ofOrder.stream().sorted(Comparator.comparingLong(Fact::version)).toList());
        return ofOrders;
    }

    private static Fact fact(GenericRecord event) {
        var what = (GenericRecord) event.get("fact");
        var kind = what.getSchema().getName();
        return new Fact(
                event.get("orderId").toString(),
                event.get("customerId").toString(),
                (long) event.get("version"),
                (long) event.get("occurredAt"),
                kind,
                switch (kind) {
                    case "OrderRefused" -> what.get("reason").toString();
                    case "OrderCancelled" -> (boolean) what.get("slotReleased") ? "released" : "";
                    case "StepSucceeded", "StepRetried", "StepFailed", "StepCompensated", "OperatorNeeded" ->
                        what.get("step").toString();
                    case "OperatorActed" ->
                        "%s %s by %s: %s"
                                .formatted(what.get("action"), what.get("step"), what.get("by"), what.get("reason"));
                    default -> "";
                });
    }
}
