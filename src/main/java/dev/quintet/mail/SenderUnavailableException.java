package dev.quintet.mail;

/** Messages are not taken now. Nothing is wrong with the message: it must be sent again. */
public final class SenderUnavailableException extends Exception {
    SenderUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
