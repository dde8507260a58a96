package dev.quintet.domain.pricing;

import dev.quintet.domain.order.MenuItem;
import org.jspecify.annotations.Nullable;

/**
 * What stands on the menu for an item, of what was published.
 *
 * <p>People publish items whole, and prices are published beside them. A price that was decided before a person's
 * publication was read, but came after it, would undo it: it does not count, and what stands has to be published again.
 *
 * @param item what stands; null when the item was withdrawn
 * @param version the number of the newest publication
 * @param since when what stands was published, in epoch milliseconds
 * @param overtaken whether the newest publication does not count
 */
public record Listing(@Nullable MenuItem item, long version, long since, boolean overtaken) {

    /**
     * The listing after a publication.
     *
     * @param before null when nothing had been published
     * @param basedOn the version that a price was decided from; null when a person published
     */
    public static Listing after(
            @Nullable Listing before, @Nullable MenuItem item, long version, @Nullable Long basedOn, long at) {
        if (before != null && basedOn != null && basedOn != before.version()) {
            return new Listing(before.item(), version, before.since(), true);
        }
        return new Listing(item, version, at, false);
    }
}
