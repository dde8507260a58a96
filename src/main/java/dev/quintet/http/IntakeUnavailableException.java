package dev.quintet.http;

import org.jspecify.annotations.Nullable;

/** Kafka, or the schema registry before it, did not take what was sent. It may be sent again under the same id. */
public final class IntakeUnavailableException extends RuntimeException {
    IntakeUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
