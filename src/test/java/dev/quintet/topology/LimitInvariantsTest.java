package dev.quintet.topology;

import dev.quintet.harness.LimitInvariants;
import dev.quintet.harness.OrderDriver;
import dev.quintet.harness.TopologyDriver;
import java.io.IOException;
import java.time.Instant;

/** The invariants on the topology, which reads no more of the store than it needs. */
final class LimitInvariantsTest extends LimitInvariants {
    @Override
    protected OrderDriver driver() throws IOException {
        return new TopologyDriver(Instant.parse("2026-12-01T00:00:00Z"));
    }
}
