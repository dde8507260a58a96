package dev.quintet.harness;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.TestMethodOrder;

/** Tests that each tell a story to a driver. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
public abstract class StoryTest {
    /** Time only moves on in a store that stories share, so those of a later date come last. */
    protected static final int LAST = Integer.MAX_VALUE;

    protected Story story;
    private OrderDriver driver;

    /** A driver without orders of this story. */
    protected abstract OrderDriver driver() throws Exception;

    @BeforeEach
    void begin() throws Exception {
        driver = driver();
        story = new Story(driver);
    }

    @AfterEach
    void end() {
        driver.close();
    }
}
