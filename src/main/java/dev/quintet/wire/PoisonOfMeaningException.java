package dev.quintet.wire;

/**
 * A record of the input that can be read and can't be so, such as a fact about an order that nobody placed. It becomes a dead
 * letter, as one does that can't be read. Thrown before anything was written or sent for the record.
 *
 * <p>What can't be so in a service's own state is another thing: a broken invariant, which stops the task.
 */
public final class PoisonOfMeaningException extends RuntimeException {
    public PoisonOfMeaningException(String message) {
        super(message);
    }
}
