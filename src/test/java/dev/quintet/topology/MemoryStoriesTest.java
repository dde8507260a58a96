package dev.quintet.topology;

import dev.quintet.harness.MemoryStories;
import dev.quintet.harness.OrderDriver;
import dev.quintet.harness.TopologyDriver;
import java.io.IOException;
import java.time.Instant;

/** The stories, told to the topology in Kafka's test driver. */
final class MemoryStoriesTest extends MemoryStories {
    @Override
    protected OrderDriver driver() throws IOException {
        return new TopologyDriver(Instant.parse("2026-12-01T00:00:00Z"));
    }
}
