package dev.quintet.http;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.quintet.domain.limit.ReferenceData;
import dev.quintet.domain.view.SalesMinute;
import dev.quintet.http.query.Gathering;
import dev.quintet.http.query.Peers;
import dev.quintet.http.query.Shard;
import dev.quintet.http.query.View;
import dev.quintet.wire.Stores;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a promotion sold. Each partition of the orders knows a part, so every pod is asked for its own. */
final class SalesRoute {
    private static final Duration SPAN_DEFAULT = Duration.ofHours(1);
    private static final Duration SPAN_MAX = Duration.ofHours(24);
    private static final int LIMIT_DEFAULT = 10;
    private static final int LIMIT_MAX = 100;
    private static final TypeReference<TreeMap<Instant, SalesMinute>> MINUTES = new TypeReference<>() {};

    private final Gathering gathering;
    private final ReferenceData known;
    private final Clock clock;

    SalesRoute(Gathering gathering, ReferenceData known, Clock clock) {
        this.gathering = gathering;
        this.known = known;
        this.clock = clock;
    }

    private record Minute(Instant minute, SalesMinute sales) {}

    private record Sales(String promotionId, Instant from, Instant to, SalesMinute total, List<Minute> minutes) {}

    private record Wanted(String itemId, long quantity) {}

    private record WantedItems(String promotionId, Instant from, Instant to, List<Wanted> items) {}

    /** What is asked for: which promotion, from when to when. */
    private record Span(String promotionId, Instant from, Instant to) {}

    void getSales(Context context) throws InterruptedException {
        var span = span(context);
        var minutes = span == null ? null : minutes(context, span);
        if (span != null && minutes != null) {
            var rows = minutes.entrySet().stream()
                    .map(minute -> new Minute(minute.getKey(), minute.getValue()))
                    .toList();
            ViewJson.answer(context, new Sales(span.promotionId(), span.from(), span.to(), total(minutes), rows));
        }
    }

    /** The items most wanted, by how many were accepted. */
    void getItems(Context context) throws InterruptedException {
        int limit = QueryParameters.number(context, "limit", LIMIT_DEFAULT, LIMIT_MAX);
        var span = span(context);
        var minutes = span == null ? null : minutes(context, span);
        if (span != null && minutes != null) {
            var items = total(minutes).items().entrySet().stream()
                    .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                            .thenComparing(Map.Entry.comparingByKey()))
                    .limit(limit)
                    .map(item -> new Wanted(item.getKey(), item.getValue()))
                    .toList();
            ViewJson.answer(context, new WantedItems(span.promotionId(), span.from(), span.to(), items));
        }
    }

    /** What the request asks for; null when nobody knows the promotion and that was answered. */
    private @Nullable Span span(Context context) {
        var promotionId = RequestIds.inPath(context, "promotionId");
        if (known.promotion(promotionId) == null) {
            UnknownPromotion.answer(context, promotionId);
            return null;
        }
        var to = orElse(QueryParameters.instant(context, "to"), clock.instant());
        var from = orElse(QueryParameters.instant(context, "from"), to.minus(SPAN_DEFAULT));
        if (to.isBefore(from) || Duration.between(from, to).compareTo(SPAN_MAX) > 0) {
            throw new MalformedRequestException("from and to must be in order, and at most 24 hours apart");
        }
        return new Span(promotionId, from, to);
    }

    /** The minutes of all pods together; null when a peer asked for this pod's and was answered. */
    private @Nullable SortedMap<Instant, SalesMinute> minutes(Context context, Span span) throws InterruptedException {
        Function<List<Shard>, TreeMap<Instant, SalesMinute>> read = shards -> {
            var minutes = new TreeMap<Instant, SalesMinute>();
            for (var shard : shards) {
                add(minutes, shard.windows(View.SALES, span.promotionId(), minuteOf(span.from()), span.to()));
            }
            return minutes;
        };
        var asked = context.header(Peers.FORWARDED);
        if (asked != null) {
            ViewJson.answer(context, gathering.here(asked, View.SALES, read));
            return null;
        }
        var path = "/v1/promotions/" + span.promotionId() + "/sales?from=" + span.from() + "&to=" + span.to();
        var minutes = new TreeMap<Instant, SalesMinute>();
        gathering
                .everywhere(View.SALES, read, path, in -> ViewJson.read(in, MINUTES))
                .forEach(part -> add(minutes, part));
        return minutes;
    }

    private static SalesMinute total(SortedMap<Instant, SalesMinute> minutes) {
        return minutes.values().stream().reduce(SalesMinute.NOTHING, SalesMinute::plus);
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
