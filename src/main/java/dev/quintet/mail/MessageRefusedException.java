package dev.quintet.mail;

/** A message that will not be taken however often it is sent. The message of the exception says why. */
public final class MessageRefusedException extends Exception {
    MessageRefusedException(String message) {
        super(message);
    }

    MessageRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
