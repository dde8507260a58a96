package dev.quintet.verb;

/** Something could not start. The message is for the user: what, and what to do. */
final class StartException extends RuntimeException {
    StartException(String message) {
        super(message);
    }
}
