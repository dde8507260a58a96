package dev.quintet.domain.order;

/** One line of an accepted order with the menu price of one item, before discount, in minor units of the order's currency. */
public record PricedLine(String itemId, int quantity, long unitPriceMinor) {}
