package dev.quintet.domain.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.domain.order.MenuItem;
import dev.quintet.domain.order.Money;
import dev.quintet.domain.order.PriceBounds;
import org.junit.jupiter.api.Test;

/** Two publish the same item: people, and pricing. */
final class ListingTest {
    private static final MenuItem BY_ANNA = item(900);
    private static final MenuItem BY_BEN = item(700);

    private final Listing anna = Listing.after(null, BY_ANNA, 10, null, 1_000);

    @Test
    void whatAPersonPublishesStands() {
        assertThat(Listing.after(anna, BY_BEN, 12, null, 2_000)).isEqualTo(new Listing(BY_BEN, 12, 2_000, false));
    }

    @Test
    void aPriceThatWasDecidedFromWhatStandsStands() {
        assertThat(Listing.after(anna, item(945), 12, 10L, 2_000)).isEqualTo(new Listing(item(945), 12, 2_000, false));
    }

    @Test
    void aPriceThatWasDecidedBeforeAPersonPublishedDoesNotUndoThat() {
        var ben = Listing.after(anna, BY_BEN, 11, null, 2_000);

        var late = Listing.after(ben, item(945), 12, 10L, 2_001);

        assertThat(late).isEqualTo(new Listing(BY_BEN, 12, 2_000, true));
        assertThat(Listing.after(late, BY_BEN, 13, 12L, 2_002)).isEqualTo(new Listing(BY_BEN, 13, 2_002, false));
    }

    @Test
    void aPersonMayPublishBetweenTheMistakeAndItsRepair() {
        var late = Listing.after(Listing.after(anna, BY_BEN, 11, null, 2_000), item(945), 12, 10L, 2_001);
        var annaAgain = Listing.after(late, BY_ANNA, 13, null, 2_002);

        var repair = Listing.after(annaAgain, BY_BEN, 14, 12L, 2_003);

        assertThat(repair.item()).isEqualTo(BY_ANNA);
        assertThat(repair.overtaken()).isTrue();
    }

    @Test
    void whatWasWithdrawnIsNotBroughtBackByAPrice() {
        var withdrawn = Listing.after(anna, null, 11, null, 2_000);

        assertThat(Listing.after(withdrawn, item(945), 12, 10L, 2_001)).isEqualTo(new Listing(null, 12, 2_000, true));
    }

    @Test
    void whoReadsACompactedMenuTakesTheFirstPriceAsItIs() {
        assertThat(Listing.after(null, item(945), 12, 10L, 2_000).overtaken()).isFalse();
    }

    private static MenuItem item(long price) {
        return new MenuItem("classic", "Classic", new Money(price, "EUR"), new PriceBounds(500, 1_500));
    }
}
