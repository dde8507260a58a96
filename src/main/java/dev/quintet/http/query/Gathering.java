package dev.quintet.http.query;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Asks every pod for its part of what each partition of the orders knows a part of. */
public final class Gathering {
    private static final int OK = 200;

    private final Owners owners;
    private final Peers peers;

    public Gathering(Owners owners, Peers peers) {
        this.owners = owners;
        this.peers = peers;
    }

    /** How a part is read from a pod's answer. */
    @FunctionalInterface
    public interface PartReader<T> {
        T read(InputStream answer) throws IOException;
    }

    /**
     * This pod's part of a generation of the views, which another pod has named.
     *
     * @throws NotServedException when a partition is nobody's now
     */
    public <T> T here(String generation, View<?> view, Function<List<Shard>, T> read) {
        return read.apply(owners.parts(generation, view).here());
    }

    /**
     * The parts of all pods, this one's first.
     *
     * @param pathAndQuery where a peer gives its own part
     * @throws NotServedException when a partition is nobody's now, or a pod does not answer
     */
    public <T> List<T> everywhere(
            View<?> view, Function<List<Shard>, T> read, String pathAndQuery, PartReader<T> reader)
            throws InterruptedException {
        var parts = owners.parts(view);
        var gathered = new ArrayList<T>();
        gathered.add(read.apply(parts.here()));
        for (var peer : parts.peers().keySet()) {
            try {
                var answer = peers.send(peer, parts.generation(), "GET", pathAndQuery, Map.of(), new byte[0]);
                try (var body = answer.body()) {
                    if (answer.statusCode() != OK) {
                        throw new NotServedException(peer + " answers " + answer.statusCode(), null);
                    }
                    gathered.add(reader.read(body));
                }
            } catch (IOException e) {
                throw new NotServedException(peer + " does not tell its part", e);
            }
        }
        return gathered;
    }
}
