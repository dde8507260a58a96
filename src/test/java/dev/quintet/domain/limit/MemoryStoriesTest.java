package dev.quintet.domain.limit;

import dev.quintet.harness.DomainDriver;
import dev.quintet.harness.MemoryStories;
import dev.quintet.harness.OrderDriver;
import java.time.Instant;

/** The stories, told to the domain alone. */
final class MemoryStoriesTest extends MemoryStories {
    @Override
    protected OrderDriver driver() {
        return new DomainDriver(Instant.parse("2026-12-01T00:00:00Z"));
    }
}
