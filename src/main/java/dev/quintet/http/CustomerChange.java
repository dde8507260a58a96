package dev.quintet.http;

import dev.quintet.domain.view.CustomerOrder;

/**
 * A change in a customer's list, as a generation of the views has taken it in.
 *
 * @param generation whose count of changes the order has
 */
public record CustomerChange(String generation, CustomerOrder order) {}
