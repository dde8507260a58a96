package dev.quintet.topology;

import dev.quintet.domain.shipping.Customer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Customers as this process has read them, whole: nobody has to be asked for an address. */
public final class CustomerTables {
    private final Map<String, Customer> customers = new ConcurrentHashMap<>();

    /** The customer; null when nobody has published one with this id. */
    public @Nullable Customer customer(String customerId) {
        return customers.get(customerId);
    }

    void putCustomer(String customerId, @Nullable Customer customer) {
        ReferenceTables.put(customers, customerId, customer);
    }
}
