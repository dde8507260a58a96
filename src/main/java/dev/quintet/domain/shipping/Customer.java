package dev.quintet.domain.shipping;

import org.jspecify.annotations.Nullable;

/**
 * Whom orders are delivered to.
 *
 * @param phone with country code; null for none
 * @param address in one line
 * @param region in which the address lies: shipments are spread by it
 */
public record Customer(
        String customerId,
        String name,
        String email,
        @Nullable String phone,
        String address,
        String region) {}
