package dev.quintet.wire;

/** Which clock gives an order its time. */
public enum Clock {
    /** The broker's, when it appends the command: no client can cheat. */
    BROKER,
    /** The sender's: for importing and replaying history. Nothing is then deleted by its age. */
    EVENT
}
