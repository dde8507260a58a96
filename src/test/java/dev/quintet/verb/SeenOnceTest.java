package dev.quintet.verb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

final class SeenOnceTest {
    @Test
    void whatIsMissingIsNamedUntilItWasSeenAndNeverAgain() {
        var conditions = new SeenOnce();
        var orders = new AtomicBoolean();
        var promotions = new AtomicBoolean();
        conditions.add("orders", orders::get);
        conditions.add("promotions", promotions::get);
        assertThat(conditions.missing()).containsExactly("orders", "promotions");

        orders.set(true);
        assertThat(conditions.missing()).containsExactly("promotions");

        // when: they move to another pod for a moment
        orders.set(false);
        promotions.set(true);

        assertThat(conditions.missing()).isEmpty();
    }
}
