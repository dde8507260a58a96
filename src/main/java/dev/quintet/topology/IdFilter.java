package dev.quintet.topology;

import java.util.Arrays;

/**
 * A Bloom filter of ids: what it does not know was never added. Of a million ids it takes one stranger in a hundred for
 * known; of ten million, most.
 */
final class IdFilter {
    /** 2 MiB, taken when the first id is added. */
    private static final int BITS = 1 << 24;

    /** With so many bits for each id it takes one stranger in a hundred for known at the most. */
    private static final int BITS_FOR_ID = 16;

    private static final int PROBES = 4;
    private static final long[] NONE = {};

    private long[] words = NONE;
    private int added;

    void add(String id) {
        add(hash(id));
    }

    void add(long hash) {
        if (words.length == 0) {
            words = new long[BITS / Long.SIZE];
        }
        for (int probe = 0; probe < PROBES; probe++) {
            int bit = bit(hash, probe);
            words[bit / Long.SIZE] |= 1L << bit;
        }
        added++;
    }

    boolean mayHold(String id) {
        return mayHold(hash(id));
    }

    boolean mayHold(long hash) {
        if (words.length == 0) {
            return false;
        }
        for (int probe = 0; probe < PROBES; probe++) {
            int bit = bit(hash, probe);
            if ((words[bit / Long.SIZE] & 1L << bit) == 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * Takes no more memory from now on than what was added so far needs. Half of the filter laid over the other half is the
     * filter of half the length, because a bit's place is its hash modulo a power of two.
     */
    void shrink() {
        int length = words.length;
        while (length > 1 && (long) length / 2 * Long.SIZE >= (long) added * BITS_FOR_ID) {
            length /= 2;
            for (int word = 0; word < length; word++) {
                words[word] |= words[word + length];
            }
        }
        if (length < words.length) {
            words = Arrays.copyOf(words, length);
        }
    }

    /** How much memory it takes. */
    int bytes() {
        return words.length * Long.BYTES;
    }

    /** What an id is asked for by, for whoever asks several filters: the finalizer of SplitMix64, so every bit of the string's hash reaches every bit of this one. */
    static long hash(String id) {
        long hash = id.hashCode() * 0x9E3779B97F4A7C15L;
        hash = (hash ^ hash >>> 30) * 0xBF58476D1CE4E5B9L;
        hash = (hash ^ hash >>> 27) * 0x94D049BB133111EBL;
        return hash ^ hash >>> 31;
    }

    /** Two halves of one hash stand for as many hashes as are wanted (Kirsch and Mitzenmacher, 2006). */
    private int bit(long hash, int probe) {
        return (int) hash + probe * (int) (hash >>> Integer.SIZE) & words.length * Long.SIZE - 1;
    }
}
