package dev.quintet.domain.order;

/**
 * How long the texts may be that come from outside and are no ids. They end up in rows and records of ours, which therefore
 * have a bound too.
 */
public final class Texts {
    /** Why something was asked for, in the words of a person. */
    public static final int REASON_MAX = 500;

    /** Who asked for something, why a participant said no, what it calls what it did. */
    public static final int LABEL_MAX = 200;

    /** What is sold is called. */
    public static final int NAME_MAX = 200;

    /** The id of a command, which its sender chooses. */
    public static final int COMMAND_ID_MAX = 256;

    private static final String CUT = "…";

    private Texts() {}

    /**
     * A text that is only for people, with no more than so many characters: what is longer ends with a mark in place of
     * the rest.
     */
    public static String cut(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        int end = max - CUT.length();
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + CUT;
    }
}
