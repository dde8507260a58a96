package dev.quintet.wire;

import org.apache.kafka.common.errors.RetriableException;

/** The schema registry did not answer, or answered that it cannot now. The record may be good: it must be tried again. */
public final class RegistryUnavailableException extends RetriableException {
    public RegistryUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
