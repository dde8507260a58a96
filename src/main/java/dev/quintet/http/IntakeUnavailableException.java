package dev.quintet.http;

/** Kafka did not take an order. It may be sent again under the same id. */
public final class IntakeUnavailableException extends RuntimeException {
    IntakeUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
