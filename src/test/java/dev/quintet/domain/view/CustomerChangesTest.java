package dev.quintet.domain.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.harness.Facts;
import java.util.ArrayList;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What changed in a customer's list after something that was seen. */
final class CustomerChangesTest {
    @Test
    void changesComeInTheirOrderWhateverOrderTheListHas() {
        var changes = changesAfter(2, 10, 5, 1, 4, 2, 3);

        assertThat(changes.next()).extracting(CustomerOrder::change).containsExactly(3L, 4L, 5L);
        assertThat(changes.newest()).isEqualTo(5);
        assertThat(changes.isFull()).isFalse();
    }

    @Test
    void earliestAreKeptSoThatTheRestCanFollow() {
        var all = new ArrayList<Long>();
        CustomerChanges changes;
        long seen = 0;
        do {
            changes = changesAfter(seen, 2, 5, 1, 4, 2, 3);
            changes.next().forEach(order -> all.add(order.change()));
            seen = all.getLast();
        } while (changes.isFull() && seen < changes.newest());

        assertThat(all).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void nothingIsNewestOfNothing() {
        assertThat(changesAfter(7, 2).newest()).isZero();
    }

    private static CustomerChanges changesAfter(long seen, int max, long... list) {
        var changes = new CustomerChanges(seen, max);
        for (long change : list) {
            changes.add(order(change));
        }
        return changes;
    }

    private static CustomerOrder order(long change) {
        OrderView view = null;
        for (var fact : Facts.of("o-" + change, "alice").then(Facts.accepted()).events()) {
            view = OrderView.apply(view, fact);
        }
        return CustomerOrder.of(Objects.requireNonNull(view)).at(change);
    }
}
