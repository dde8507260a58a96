package dev.quintet.domain.limit;

import dev.quintet.domain.order.Money;
import dev.quintet.domain.order.OrderLine;
import dev.quintet.domain.order.PricedLine;
import java.util.ArrayList;
import java.util.List;

/** What an order costs: menu prices and the promotion's discount at the time of the verdict, never the client's. */
sealed interface Pricing {

    /** The lines with their prices, and the total after discount. */
    record Priced(List<PricedLine> lines, Money total) implements Pricing {}

    /** The menu lacks an item. */
    record UnknownItem() implements Pricing {}

    /** The items are priced in more than one currency. */
    record MixedCurrencies() implements Pricing {}

    static Pricing of(List<OrderLine> wanted, int discountPercent, ReferenceData reference) {
        var lines = new ArrayList<PricedLine>(wanted.size());
        String currency = null;
        long sum = 0;
        for (var line : wanted) {
            var item = reference.item(line.itemId());
            if (item == null) {
                return new UnknownItem();
            }
            var price = item.price();
            if (currency != null && !currency.equals(price.currency())) {
                return new MixedCurrencies();
            }
            currency = price.currency();
            lines.add(new PricedLine(line.itemId(), line.quantity(), price.amountMinor()));
            sum += price.amountMinor() * line.quantity();
        }
        return currency == null
                ? new UnknownItem()
                : new Priced(lines, new Money(discounted(sum, discountPercent), currency));
    }

    /** Half a minor unit is rounded up, in favour of nobody in particular but always alike. */
    private static long discounted(long sumMinor, int discountPercent) {
        return (sumMinor * (100 - discountPercent) + 50) / 100;
    }
}
