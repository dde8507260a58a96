package dev.quintet.domain.view;

/** Is told of every change in a customer's list that a view on this pod has taken in. Must be quick. */
public interface CustomerListener {

    /** An order is new in the list, or its state changed; it says at which change. It may be told again after a fault. */
    void changed(CustomerOrder order);
}
