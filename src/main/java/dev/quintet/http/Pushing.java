package dev.quintet.http;

import dev.quintet.http.query.Feed;
import dev.quintet.http.query.NotServedException;
import dev.quintet.http.query.Shard;
import dev.quintet.http.query.View;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One client's stream of events: what is in the store, then what is told. Goes on when another generation of the views is
 * served, which is read where the one before was left. Ends when another pod has the key: the client comes back by itself,
 * with the id of the last event it saw.
 *
 * @param <E> what is told
 */
abstract class Pushing<E> {
    /** Between two looks at whether this pod stops, or answers from another generation. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    final EventStream stream;
    private final Routing routing;
    private final View<?> view;
    private final String key;

    Pushing(EventStream stream, Routing routing, View<?> view, String key) {
        this.stream = stream;
        this.routing = routing;
        this.view = view;
        this.key = key;
    }

    /** Sends what is in the store and was not sent yet. True when nothing will follow. */
    abstract boolean catchUp(Shard shard) throws IOException;

    /** Sends what was told, if it is new. True when nothing will follow. */
    abstract boolean hear(Shard shard, E news) throws IOException;

    /**
     * Pushes until there is no more to push here.
     *
     * @param servedBefore the generation that was served before {@code shard} was looked for
     */
    final void push(Shard shard, @Nullable String servedBefore, Feed.Subscription<E> news)
            throws IOException, InterruptedException {
        try {
            pushOn(shard, servedBefore, news);
        } catch (NotServedException _) {
            // The key is on its way to another pod, and so will the client be.
        }
    }

    private void pushOn(Shard shard, @Nullable String servedBefore, Feed.Subscription<E> news)
            throws IOException, InterruptedException {
        var served = servedBefore;
        Shard here = shard;
        boolean ended = catchUp(here);
        while (!ended && !news.isOver()) {
            var next = news.poll(LOOK);
            boolean isQuiet = next == null && stream.isQuiet();
            var now = routing.served();
            boolean isOther = now != null && !now.equals(served);
            if (now != null && (isQuiet || isOther)) {
                try {
                    var owned = routing.owned(now, view, key);
                    if (owned == null) {
                        return;
                    }
                    here = owned;
                    ended = isOther && catchUp(here);
                    served = now;
                } catch (NotServedException _) {
                    // Is being handed out: the next look will tell.
                }
            }
            if (next != null) {
                ended |= hear(here, next);
            } else {
                stream.keepAlive();
            }
        }
    }
}
