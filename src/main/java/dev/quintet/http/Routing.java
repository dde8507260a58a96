package dev.quintet.http;

import dev.quintet.http.query.NotServedException;
import dev.quintet.http.query.Owners;
import dev.quintet.http.query.Peers;
import dev.quintet.http.query.Shard;
import dev.quintet.http.query.View;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.streams.state.HostInfo;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has requests answered by the pod that owns the key. One that was passed on is not passed on again, so that two pods
 * that disagree cannot send it to and fro. When the owner is away, a standby answers and says how far it is behind.
 */
final class Routing {
    /** How many records the answer may be behind; only on those of a standby. */
    static final String LAG = "Quintet-Lag";

    private static final Logger LOG = LoggerFactory.getLogger(Routing.class);

    private static final Set<String> REQUEST_HEADERS =
            Set.of("Content-Type", "Accept", "Last-Event-ID", "Quintet-Operator");
    private static final Set<String> ANSWER_HEADERS =
            Set.of("Content-Type", "Location", "Retry-After", "Cache-Control", EventStream.BUFFERING, LAG, "Allow");

    private final Owners owners;
    private final Peers peers;

    Routing(Owners owners, Peers peers) {
        this.owners = owners;
        this.peers = peers;
    }

    /** Answers from this pod's part of the views. */
    @FunctionalInterface
    interface Answer {
        void from(Shard shard) throws InterruptedException;
    }

    /**
     * Answers a request about a key of a store, here or by the pod that has it.
     *
     * @throws NotServedException when nobody can now
     */
    void route(Context context, View<?> view, String key, Answer answer) throws InterruptedException {
        var generation = context.header(Peers.FORWARDED);
        if (generation != null) {
            var place = owners.of(generation, view.store(), key);
            answerHere(context, requireHere(place.here(), key), answer);
            return;
        }
        Shard standby = null;
        for (var place : owners.of(view.store(), key)) {
            var here = place.here();
            if (here != null && here.isOwner()) {
                answerHere(context, here, answer);
                return;
            }
            for (var peer : place.peers()) {
                if (passOn(context, peer, place.generation())) {
                    return;
                }
            }
            standby = standby == null ? here : standby;
        }
        answerHere(context, requireHere(standby, key), answer);
    }

    private static Shard requireHere(@Nullable Shard here, String key) {
        if (here == null) {
            throw new NotServedException("No pod serves " + key + " now", null);
        }
        return here;
    }

    /** The generation that is served, for who wants to know whether it is another one than a moment ago. */
    @Nullable
    String served() {
        return owners.served();
    }

    /**
     * This pod's part of a generation with a key; null when it does not own the key.
     *
     * @throws NotServedException when nobody is known to
     */
    @Nullable
    Shard owned(String generation, View<?> view, String key) {
        var here = owners.of(generation, view.store(), key).here();
        return here != null && here.isOwner() ? here : null;
    }

    private static void answerHere(Context context, Shard here, Answer answer) throws InterruptedException {
        if (!here.isOwner()) {
            context.header(LAG, String.valueOf(here.lag()));
        }
        answer.from(here);
    }

    /** False when the peer did not answer, or could not. */
    private boolean passOn(Context context, HostInfo peer, String generation) throws InterruptedException {
        var query = context.queryString();
        var pathAndQuery = context.req().getRequestURI() + (query == null ? "" : "?" + query);
        try {
            var answer = peers.send(
                    peer,
                    generation,
                    context.method().name(),
                    pathAndQuery,
                    requestHeaders(context),
                    context.bodyAsBytes());
            if (answer.statusCode() == 503) {
                answer.body().close();
                return false;
            }
            copy(answer, context);
            return true;
        } catch (IOException e) {
            if (context.res().isCommitted()) {
                // The client or the peer has gone in the middle of a stream, which the client takes up again.
                return true;
            }
            LOG.debug("{} does not answer: {}", peer, e.toString());
            return false;
        } catch (IllegalArgumentException _) {
            throw new MalformedRequestException("The query has characters that must be escaped");
        }
    }

    private static Map<String, String> requestHeaders(Context context) {
        var headers = new HashMap<String, String>();
        for (var name : REQUEST_HEADERS) {
            var value = context.header(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        return headers;
    }

    private static void copy(HttpResponse<InputStream> answer, Context context) throws IOException {
        context.status(answer.statusCode());
        for (var name : ANSWER_HEADERS) {
            answer.headers().firstValue(name).ifPresent(value -> context.header(name, value));
        }
        if (answer.headers().firstValue("Content-Type").orElse("").startsWith(EventStream.MEDIA_TYPE)) {
            relay(answer.body(), context);
        } else {
            context.result(answer.body());
        }
    }

    /** Each part as soon as it comes. */
    private static void relay(InputStream events, Context context) throws IOException {
        try (events) {
            var out = context.res().getOutputStream();
            var buffer = new byte[8_192];
            for (int read = events.read(buffer); read >= 0; read = events.read(buffer)) {
                out.write(buffer, 0, read);
                out.flush();
            }
        }
    }
}
