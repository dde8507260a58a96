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
            Set.of("Content-Type", "Location", "Retry-After", "Cache-Control", LAG, "Allow");

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
        var place = owners.of(view.store(), key);
        boolean wasForwarded = context.header(Peers.FORWARDED) != null;
        var here = place.here();
        if (here != null && (here.isOwner() || wasForwarded)) {
            answerHere(context, here, answer);
            return;
        }
        if (!wasForwarded) {
            for (var peer : place.peers()) {
                if (passOn(context, peer)) {
                    return;
                }
            }
        }
        if (here == null) {
            throw new NotServedException("No pod serves " + key + " now", null);
        }
        answerHere(context, here, answer);
    }

    private static void answerHere(Context context, Shard here, Answer answer) throws InterruptedException {
        if (!here.isOwner()) {
            context.header(LAG, String.valueOf(here.lag()));
        }
        answer.from(here);
    }

    /** False when the peer did not answer, or could not. */
    private boolean passOn(Context context, HostInfo peer) throws InterruptedException {
        var query = context.queryString();
        var pathAndQuery = context.req().getRequestURI() + (query == null ? "" : "?" + query);
        try {
            var answer = peers.send(
                    peer, context.method().name(), pathAndQuery, requestHeaders(context), context.bodyAsBytes());
            if (answer.statusCode() == 503) {
                answer.body().close();
                return false;
            }
            copy(answer, context);
            return true;
        } catch (IOException e) {
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

    /** As it comes: an event stream has no end that could be waited for. */
    private static void copy(HttpResponse<InputStream> answer, Context context) throws IOException {
        context.status(answer.statusCode());
        for (var name : ANSWER_HEADERS) {
            answer.headers().firstValue(name).ifPresent(value -> context.header(name, value));
        }
        context.result(answer.body());
    }
}
