package dev.quintet.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.TreeMap;

/**
 * The identities of the messages of one partition that were sent, by day, as hashes of 64 bits: 12 to 24 bytes a message.
 * Of ten million messages, one message in 10^12 is taken for one that was sent.
 */
final class SentIdentities {
    private final TreeMap<Long, Day> days = new TreeMap<>();

    void add(String identity, Instant at) {
        days.computeIfAbsent(at.getEpochSecond() / ChronoUnit.DAYS.getDuration().toSeconds(), _ -> new Day())
                .add(hash(identity));
    }

    boolean contains(String identity) {
        long hash = hash(identity);
        for (var day : days.values()) {
            if (day.contains(hash)) {
                return true;
            }
        }
        return false;
    }

    /** Forgets the days that ended before an instant. */
    void forgetBefore(Instant oldest) {
        days.headMap(oldest.getEpochSecond() / ChronoUnit.DAYS.getDuration().toSeconds())
                .clear();
    }

    /** How much memory the hashes take. */
    long bytes() {
        return days.values().stream()
                .mapToLong(day -> (long) day.table.length * Long.BYTES)
                .sum();
    }

    /** Never 0, which marks a free place. */
    private static long hash(String identity) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(identity.getBytes(UTF_8));
            return ByteBuffer.wrap(digest).getLong() | 1;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** A hash set of longs with open addressing, at most two thirds full. */
    private static final class Day {
        private long[] table = new long[64];
        private int size;

        void add(long hash) {
            int place = place(table, hash);
            if (table[place] == hash) {
                return;
            }
            table[place] = hash;
            size++;
            if (size * 3L > table.length * 2L) {
                var wider = new long[table.length * 2];
                Arrays.stream(table).filter(kept -> kept != 0).forEach(kept -> wider[place(wider, kept)] = kept);
                table = wider;
            }
        }

        boolean contains(long hash) {
            return table[place(table, hash)] == hash;
        }

        /** Where the hash is, or the free place where it belongs. The upper half is as random as the lower, and never even only. */
        private static int place(long[] table, long hash) {
            int place = (int) (hash >>> Integer.SIZE) & table.length - 1;
            while (table[place] != 0 && table[place] != hash) {
                place = place + 1 & table.length - 1;
            }
            return place;
        }
    }
}
