package dev.quintet.http;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.quintet.domain.limit.ReferenceData;
import dev.quintet.domain.view.SalesMinute;
import dev.quintet.http.query.NotServedException;
import dev.quintet.http.query.Owners;
import dev.quintet.http.query.Peers;
import dev.quintet.http.query.View;
import dev.quintet.wire.Stores;
import dev.quintet.wire.Topics;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.streams.state.HostInfo;
import org.jspecify.annotations.Nullable;

/** What a promotion sold. Each partition of the orders knows a part, so every pod is asked for its own. */
final class SalesRoute {
    private static final Duration SPAN_DEFAULT = Duration.ofHours(1);
    private static final Duration SPAN_MAX = Duration.ofHours(24);
    private static final TypeReference<TreeMap<Instant, SalesMinute>> MINUTES = new TypeReference<>() {};

    private final Owners owners;
    private final Peers peers;
    private final ReferenceData known;
    private final Clock clock;

    SalesRoute(Owners owners, Peers peers, ReferenceData known, Clock clock) {
        this.owners = owners;
        this.peers = peers;
        this.known = known;
        this.clock = clock;
    }

    private record Minute(Instant minute, SalesMinute sales) {}

    private record Sales(String promotionId, Instant from, Instant to, SalesMinute total, List<Minute> minutes) {}

    void get(Context context) throws InterruptedException {
        var promotionId = context.pathParam("promotionId");
        if (known.promotion(promotionId) == null) {
            UnknownPromotion.answer(context, promotionId);
            return;
        }
        var to = orElse(QueryParameters.instant(context, "to"), clock.instant());
        var from = orElse(QueryParameters.instant(context, "from"), to.minus(SPAN_DEFAULT));
        if (to.isBefore(from) || Duration.between(from, to).compareTo(SPAN_MAX) > 0) {
            throw new MalformedRequestException("from and to must be in order, and at most 24 hours apart");
        }
        var asked = context.header(Peers.FORWARDED);
        var parts = asked == null
                ? owners.parts(Stores.SALES, Topics.ORDER_EVENTS, Topics.PARTITIONS)
                : owners.parts(asked, Stores.SALES, Topics.ORDER_EVENTS, Topics.PARTITIONS);
        var minutes = new TreeMap<Instant, SalesMinute>();
        for (var shard : parts.here()) {
            add(minutes, shard.windows(View.SALES, promotionId, minuteOf(from), to));
        }
        if (asked != null) {
            ViewJson.answer(context, minutes);
            return;
        }
        for (var peer : parts.peers().keySet()) {
            add(minutes, ask(peer, parts.generation(), promotionId, from, to));
        }
        var total = minutes.values().stream().reduce(SalesMinute.NOTHING, SalesMinute::plus);
        var rows = minutes.entrySet().stream()
                .map(minute -> new Minute(minute.getKey(), minute.getValue()))
                .toList();
        ViewJson.answer(context, new Sales(promotionId, from, to, total, rows));
    }

    private SortedMap<Instant, SalesMinute> ask(
            HostInfo peer, String generation, String promotionId, Instant from, Instant to)
            throws InterruptedException {
        var path = "/v1/promotions/" + promotionId + "/sales?from=" + from + "&to=" + to;
        try (var body = requireOk(peers.send(peer, generation, "GET", path, Map.of(), new byte[0]))
                .body()) {
            return ViewJson.read(body, MINUTES);
        } catch (IOException e) {
            throw new NotServedException(peer + " does not tell its part", e);
        }
    }

    private static <T> HttpResponse<T> requireOk(HttpResponse<T> answer) {
        if (answer.statusCode() != 200) {
            throw new NotServedException("A pod does not tell its part: " + answer.statusCode(), null);
        }
        return answer;
    }

    private static void add(SortedMap<Instant, SalesMinute> minutes, SortedMap<Instant, SalesMinute> more) {
        more.forEach((minute, sales) -> minutes.merge(minute, sales, SalesMinute::plus));
    }

    private static Instant minuteOf(Instant instant) {
        long millis = instant.toEpochMilli();
        return Instant.ofEpochMilli(millis - Math.floorMod(millis, Stores.SALES_WINDOW.toMillis()));
    }

    private static Instant orElse(@Nullable Instant given, Instant otherwise) {
        return given == null ? otherwise : given;
    }
}
