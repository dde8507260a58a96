package dev.quintet.wire;

/** Somebody who was waited for gave no sign of life for as long as somebody was willing to wait. */
public final class SilenceException extends RuntimeException {
    SilenceException(String message) {
        super(message);
    }
}
