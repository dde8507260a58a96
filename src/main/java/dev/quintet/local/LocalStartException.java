package dev.quintet.local;

import org.jspecify.annotations.Nullable;

/** A part of the local system cannot start. The message is one line for the user: what is wrong, and what to do. */
public final class LocalStartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LocalStartException(String message) {
        this(message, null);
    }

    public LocalStartException(String message, @Nullable Throwable cause) {
        super(message.replaceAll("\\s*\\R\\s*", " "), cause);
    }
}
