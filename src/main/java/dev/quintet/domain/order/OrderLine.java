package dev.quintet.domain.order;

/** One line of an order, as the customer asked for it. */
public record OrderLine(String itemId, int quantity) {
    public static final int QUANTITY_MAX = 1_000;
}
