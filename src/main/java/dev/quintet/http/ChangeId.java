package dev.quintet.http;

import java.util.regex.Pattern;

/**
 * Where a client is in the changes of a customer's list: the id of an event of the customer's stream.
 *
 * @param generation of the views, each of which counts for itself; empty for ids of times before there was a count
 * @param change the last that the client has
 */
record ChangeId(String generation, long change) {
    private static final Pattern COUNTED = Pattern.compile("([A-Za-z0-9][A-Za-z0-9-]{0,19})\\.([0-9]{1,18})");

    /** Milliseconds of the epoch, which were ids once. Clients that have one still come back with it. */
    private static final Pattern TIME = Pattern.compile("[0-9]{1,18}");

    /**
     * Reads an id.
     *
     * @throws MalformedRequestException when no event of a customer's stream ever had it
     */
    static ChangeId parse(String text) {
        var counted = COUNTED.matcher(text);
        if (counted.matches()) {
            return new ChangeId(counted.group(1), Long.parseLong(counted.group(2)));
        }
        if (TIME.matcher(text).matches()) {
            return new ChangeId("", 0);
        }
        throw LastEventId.malformed();
    }

    boolean isOf(String otherGeneration) {
        return generation.equals(otherGeneration);
    }

    @Override
    public String toString() {
        return generation + "." + change;
    }
}
