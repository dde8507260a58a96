package dev.quintet.verb;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closing many things, where one that fails must not keep the others open. */
final class Closing {
    private static final Logger LOG = LoggerFactory.getLogger(Closing.class);

    private Closing() {}

    static void quietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.warn("{} did not close: {}", closeable.getClass().getSimpleName(), e.getMessage());
        }
    }
}
