package dev.quintet.topology;

/**
 * A Bloom filter of ids: what it does not know was never added. Of a million ids it takes one stranger in a hundred for
 * known; of ten million, most.
 */
final class IdFilter {
    /** 2 MiB, taken when the first id is added. */
    private static final int BITS = 1 << 24;

    private static final int PROBES = 4;
    private static final long[] NONE = {};

    private long[] words = NONE;

    void add(String id) {
        if (words.length == 0) {
            words = new long[BITS / Long.SIZE];
        }
        long hash = mixed(id);
        for (int probe = 0; probe < PROBES; probe++) {
            int bit = bit(hash, probe);
            words[bit / Long.SIZE] |= 1L << bit;
        }
    }

    boolean mayHold(String id) {
        if (words.length == 0) {
            return false;
        }
        long hash = mixed(id);
        for (int probe = 0; probe < PROBES; probe++) {
            int bit = bit(hash, probe);
            if ((words[bit / Long.SIZE] & 1L << bit) == 0) {
                return false;
            }
        }
        return true;
    }

    /** Two halves of one hash stand for as many hashes as are wanted (Kirsch and Mitzenmacher, 2006). */
    private static int bit(long hash, int probe) {
        return (int) hash + probe * (int) (hash >>> Integer.SIZE) & BITS - 1;
    }

    /** The finalizer of SplitMix64: every bit of the string's hash reaches every bit of this one. */
    private static long mixed(String id) {
        long hash = id.hashCode() * 0x9E3779B97F4A7C15L;
        hash = (hash ^ hash >>> 30) * 0xBF58476D1CE4E5B9L;
        hash = (hash ^ hash >>> 27) * 0x94D049BB133111EBL;
        return hash ^ hash >>> 31;
    }
}
