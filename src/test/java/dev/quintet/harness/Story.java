package dev.quintet.harness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.domain.limit.Promotion;
import dev.quintet.domain.order.LimitUse;
import dev.quintet.domain.order.MenuItem;
import dev.quintet.domain.order.Money;
import dev.quintet.domain.order.RefusalReason;
import dev.quintet.domain.order.Verdict;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A story of orders: given what happened before, when one more order comes, then its verdict.
 *
 * <pre>{@code
 * story.given(fiveADay()).given(anOrder().at("10:00"), ...)
 *      .when(anOrder().at("14:00"))
 *      .thenRefused(LIMIT_REACHED).withNextSlotAt("+1d 10:00");
 * }</pre>
 */
public final class Story {
    private final OrderDriver driver;

    public Story(OrderDriver driver) {
        this.driver = driver;
        driver.publish(new MenuItem("classic", "Classic burger", new Money(890, "EUR")));
        driver.publish(new MenuItem("cheese", "Cheese burger", new Money(990, "EUR")));
        driver.publish(new MenuItem("maple", "Maple burger", new Money(1290, "CAD")));
    }

    public Story given(Promotion promotion) {
        driver.publish(promotion);
        return this;
    }

    public Story given(OrderBuilder... orders) {
        for (var order : orders) {
            driver.place(order.build(), order.placedAt());
        }
        return this;
    }

    public Outcome when(OrderBuilder order) {
        return new Outcome(driver.place(order.build(), order.placedAt()));
    }

    /** What became of the order. */
    public record Outcome(Verdict verdict) {

        public Outcome thenAccepted() {
            assertThat(verdict.reason()).as("reason of %s", verdict).isNull();
            return this;
        }

        public Outcome thenRefused(RefusalReason reason) {
            assertThat(verdict.reason()).as("reason of %s", verdict).isEqualTo(reason);
            return this;
        }

        public Outcome withUsed(int used, int remaining) {
            assertThat(use().used()).as("used by %s", verdict).isEqualTo(used);
            assertThat(use().remaining()).as("remaining for %s", verdict).isEqualTo(remaining);
            return this;
        }

        /** When the same order would pass, see {@link Times#at}; null for never. */
        public Outcome withNextSlotAt(@Nullable String time) {
            assertThat(use().nextSlotAt())
                    .as("next slot of %s", verdict)
                    .isEqualTo(time == null ? null : Times.at(time));
            return this;
        }

        public Outcome withCountedOrders(String... orderIds) {
            assertThat(use().countedOrders()).as("counted by %s", verdict).containsExactlyInAnyOrder(orderIds);
            return this;
        }

        public Outcome withTotal(long amountMinor, String currency) {
            assertThat(verdict.total()).isEqualTo(new Money(amountMinor, currency));
            return this;
        }

        public Outcome byPolicyVersion(long version) {
            assertThat(verdict.policyVersion()).isEqualTo(version);
            return this;
        }

        /** The verdict repeats an earlier one. */
        public Outcome asBefore(Outcome earlier) {
            assertThat(verdict.duplicate()).as("duplicate").isTrue();
            assertThat(verdict)
                    .usingRecursiveComparison()
                    .ignoringFields("duplicate")
                    .isEqualTo(earlier.verdict());
            return this;
        }

        private LimitUse use() {
            assertThat(verdict.use()).as("use in %s", verdict).isNotNull();
            return Objects.requireNonNull(verdict.use());
        }
    }
}
