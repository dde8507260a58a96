package dev.quintet.mail;

import java.util.concurrent.atomic.LongAdder;

/** What became of messages since the start of the process. Written by the dispatcher, read by any thread. */
public final class DispatchCounts {
    private final LongAdder sent = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder postponed = new LongAdder();

    void sent() {
        sent.increment();
    }

    void refused() {
        refused.increment();
    }

    void postponed() {
        postponed.increment();
    }

    /** Messages that a mail server or provider took. */
    public long sentCount() {
        return sent.sum();
    }

    /** Messages that can never be sent, and became dead letters. */
    public long refusedCount() {
        return refused.sum();
    }

    /** Attempts that failed and are made again. */
    public long postponedCount() {
        return postponed.sum();
    }
}
