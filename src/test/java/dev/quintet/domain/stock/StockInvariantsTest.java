package dev.quintet.domain.stock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.domain.order.OrderLine;
import dev.quintet.domain.participant.CommandHead;
import dev.quintet.domain.participant.Reply;
import dev.quintet.harness.Seeds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * K1 by brute force: any commands, again and again, counted by books of the test's own, which are compared after every
 * command.
 */
final class StockInvariantsTest {
    private static final List<String> ITEMS = List.of("classic", "cheese", "veggie");
    private static final int COMMANDS = 400;

    private final SplittableRandom random = Seeds.random("StockInvariantsTest");

    @Test
    void nothingIsSoldThatIsNotThereAndNothingIsLost() {
        for (int outlet = 0; outlet < 250; outlet++) {
            new Outlet(1_000L * random.nextInt(1, 60)).run();
        }
    }

    /** What an order has, by the books. */
    private record Held(List<OrderLine> lines, long time) {}

    /** One outlet, its commands and its books. */
    private final class Outlet {
        private final long slotMillis;
        private final Map<String, Reservation> reservations = new HashMap<>();
        private final List<StockCommand> sent = new ArrayList<>();

        private final Map<String, Long> supplied = new HashMap<>();
        private final Map<String, Held> held = new HashMap<>();
        private final Set<String> released = new HashSet<>();
        private final Map<String, Reply> answers = new HashMap<>();
        private @Nullable Integer places;

        private StockLevel level = StockLevel.empty("akaso-1");
        private long now = 1_800_000_000_000L;

        Outlet(long slotMillis) {
            this.slotMillis = slotMillis;
            carryOut(command("first", "", new StockRequest.SetCapacity(null, slotMillis)));
        }

        void run() {
            for (int step = 0; step < COMMANDS; step++) {
                now += random.nextInt(3) == 0 ? random.nextLong(slotMillis) : 0;
                boolean again = !sent.isEmpty() && random.nextInt(4) == 0;
                carryOut(again ? sent.get(random.nextInt(sent.size())) : next(step));
                compare();
            }
        }

        private StockCommand next(int step) {
            var orderId = "o-" + random.nextInt(40);
            return switch (random.nextInt(12)) {
                case 0 -> command("r-" + step, "", new StockRequest.Replenish(lines(15)));
                case 1 -> command("c-" + step, "", new StockRequest.SetCapacity(capacity(), slotMillis));
                case 2, 3, 4 -> command(orderId + "-release", orderId, new StockRequest.Release());
                default -> command("s-" + step, orderId, new StockRequest.Reserve(lines(4)));
            };
        }

        private void carryOut(StockCommand command) {
            var head = command.head();
            var key = head.orderId().isEmpty() ? head.commandId() : head.orderId();
            var decision = StockRoom.decide(level, reservations.getOrDefault(key, Reservation.NONE), command, now);
            level = decision.level();
            reservations.put(key, decision.reservation());
            var before = answers.putIfAbsent(head.commandId(), decision.reply());
            if (before == null) {
                sent.add(command);
                book(command, decision.reply());
            } else {
                assertThat(decision.reply()).isEqualTo(before);
            }
        }

        private void book(StockCommand command, Reply reply) {
            var orderId = command.head().orderId();
            switch (command.request()) {
                case StockRequest.Replenish(var lines) ->
                    lines.forEach(line -> supplied.merge(line.itemId(), (long) line.quantity(), Long::sum));
                case StockRequest.SetCapacity(var orders, var _) -> places = orders;
                case StockRequest.Release() -> {
                    assertThat(reply.isOk()).isTrue();
                    held.remove(orderId);
                    released.add(orderId);
                }
                case StockRequest.Reserve(var lines) -> {
                    assertThat(reply.reason()).isEqualTo(expected(orderId, lines));
                    if (reply.isOk()) {
                        held.putIfAbsent(orderId, new Held(lines, now));
                    }
                }
            }
        }

        /** Why a reservation must be refused, by the books; null when it must not. */
        private @Nullable String expected(String orderId, List<OrderLine> lines) {
            if (released.contains(orderId)) {
                return "RELEASED";
            }
            var present = held.get(orderId);
            if (present != null) {
                return present.lines().equals(lines) ? null : "ALREADY_RESERVED";
            }
            for (var item : ITEMS) {
                if (quantity(lines, item) > onHand(item)) {
                    return "OUT_OF_STOCK";
                }
            }
            return places != null && inThisSlot() >= places ? "NO_CAPACITY" : null;
        }

        private void compare() {
            for (var item : ITEMS) {
                var shown = level.items().getOrDefault(item, ItemLevel.NONE);
                assertThat(shown.onHand()).isNotNegative().isEqualTo(onHand(item));
                assertThat(shown.reserved()).isNotNegative();
                assertThat(shown.onHand() + shown.reserved()).isEqualTo(supplied.getOrDefault(item, 0L));
            }
            assertThat(level.kitchen().at(now).used()).isEqualTo((int) inThisSlot());
        }

        private long onHand(String item) {
            long reserved = held.values().stream()
                    .mapToLong(order -> quantity(order.lines(), item))
                    .sum();
            return supplied.getOrDefault(item, 0L) - reserved;
        }

        private long inThisSlot() {
            return held.values().stream()
                    .filter(order -> order.time() / slotMillis == now / slotMillis)
                    .count();
        }
    }

    private StockCommand command(String commandId, String orderId, StockRequest request) {
        return new StockCommand(new CommandHead(commandId, orderId, "alice"), "akaso-1", request);
    }

    private @Nullable Integer capacity() {
        return random.nextInt(4) == 0 ? null : Integer.valueOf(random.nextInt(6));
    }

    private List<OrderLine> lines(int quantityMax) {
        var lines = new ArrayList<OrderLine>();
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            lines.add(new OrderLine(ITEMS.get(random.nextInt(ITEMS.size())), random.nextInt(1, quantityMax)));
        }
        return lines;
    }

    private static long quantity(List<OrderLine> lines, String item) {
        return lines.stream()
                .filter(line -> line.itemId().equals(item))
                .mapToLong(OrderLine::quantity)
                .sum();
    }
}
