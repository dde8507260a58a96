package dev.quintet.http.query;

import org.jspecify.annotations.Nullable;

/** Nobody serves a key now, because its partition moves to another pod or is being restored. It passes. */
public final class NotServedException extends RuntimeException {
    public NotServedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
