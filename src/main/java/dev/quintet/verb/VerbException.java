package dev.quintet.verb;

/** A verb can't do what it was asked to. The message is one line for the user: what is wrong, and what to do. */
final class VerbException extends RuntimeException {
    VerbException(String message) {
        super(message);
    }
}
