package dev.quintet.topology;

import dev.quintet.harness.BrokerDriver;
import dev.quintet.harness.LimitStories;
import dev.quintet.harness.OrderDriver;
import dev.quintet.harness.OwnNames;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The stories, told to the service on a real broker: the same words, exactly-once, committed verdicts. */
final class LimitStoriesIT extends LimitStories {
    private static final AtomicInteger STORIES = new AtomicInteger();

    @TempDir
    private static Path folder;

    private static BrokerDriver service;

    @BeforeAll
    static void startOnce() throws InterruptedException {
        service = new BrokerDriver(folder);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Override
    protected OrderDriver driver() {
        return new OwnNames(service, "s" + STORIES.incrementAndGet() + ".");
    }
}
