package dev.quintet.http;

/** A request that is not what the route takes. The message says which part is wrong and what it must be. */
public final class MalformedRequestException extends RuntimeException {
    MalformedRequestException(String message) {
        super(message);
    }
}
