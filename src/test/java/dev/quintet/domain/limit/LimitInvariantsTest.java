package dev.quintet.domain.limit;

import static dev.quintet.harness.OrderBuilder.ALICE;

import dev.quintet.harness.DomainDriver;
import dev.quintet.harness.LimitInvariants;
import dev.quintet.harness.OrderDriver;
import java.time.Instant;

/** The invariants on the domain alone, where slots are also given back. */
final class LimitInvariantsTest extends LimitInvariants {
    @Override
    protected OrderDriver driver() {
        return new DomainDriver(Instant.parse("2026-12-01T00:00:00Z"));
    }

    @Override
    protected boolean release(OrderDriver driver, String orderId, Instant placedAt) {
        ((DomainDriver) driver).change(ALICE, placedAt, window -> window.release(orderId));
        return true;
    }
}
