package dev.quintet.http;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.quintet.domain.saga.SagaDefinition;
import dev.quintet.domain.view.StepLoad;
import dev.quintet.domain.view.StuckOrder;
import dev.quintet.http.query.Gathering;
import dev.quintet.http.query.Peers;
import dev.quintet.http.query.Shard;
import dev.quintet.http.query.View;
import dev.quintet.wire.CustomerOrderKeys;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How many sagas are in which step, and those that need an operator. Each partition of the orders knows a part. */
final class SagaRoute {
    private static final int LIMIT_DEFAULT = 20;
    private static final int LIMIT_MAX = 100;
    private static final Pattern ORDER_KEY = Pattern.compile("[A-Za-z0-9._-]{1,64}(/[A-Za-z0-9._-]{1,64})?");
    private static final TypeReference<SortedMap<String, StepLoad>> LOADS = new TypeReference<>() {};
    private static final TypeReference<SortedMap<String, StuckOrder>> STUCK = new TypeReference<>() {};

    private final Gathering gathering;

    SagaRoute(Gathering gathering) {
        this.gathering = gathering;
    }

    /** @param succeededMillis how long the step took in all the sagas in which it succeeded */
    private record Step(
            String name, Map<String, Long> open, long stuck, Map<String, Long> reached, long succeededMillis) {}

    private record Sagas(List<Step> steps) {}

    private record StuckOrders(
            List<StuckOrder> orders, @Nullable String next) {}

    void getSagas(Context context) throws InterruptedException {
        var asked = context.header(Peers.FORWARDED);
        if (asked != null) {
            ViewJson.answer(context, gathering.here(asked, View.SAGA_STEPS, SagaRoute::loads));
            return;
        }
        var loads = new TreeMap<String, StepLoad>();
        gathering
                .everywhere(View.SAGA_STEPS, SagaRoute::loads, context.path(), in -> ViewJson.read(in, LOADS))
                .forEach(part -> part.forEach((step, load) -> loads.merge(step, load, StepLoad::plus)));
        var steps = stepNames(loads.keySet()).stream()
                .map(name -> step(name, loads.getOrDefault(name, StepLoad.NOTHING)))
                .toList();
        ViewJson.answer(context, new Sagas(steps));
    }

    /** Those of the definition that new sagas run by, in order, and of older ones those that any saga has had. */
    private static Set<String> stepNames(Set<String> had) {
        var names = new LinkedHashSet<String>();
        for (var definition : SagaDefinition.versions().reversed()) {
            boolean isCurrent = definition.equals(SagaDefinition.current());
            for (var step : definition.steps()) {
                if (isCurrent || had.contains(step.name())) {
                    names.add(step.name());
                }
            }
        }
        return names;
    }

    void getStuck(Context context) throws InterruptedException {
        int limit = QueryParameters.number(context, "limit", LIMIT_DEFAULT, LIMIT_MAX);
        var after = Cursor.position(context, ORDER_KEY);
        var from = after == null ? "" : CustomerOrderKeys.after(after);
        Function<List<Shard>, SortedMap<String, StuckOrder>> read = shards -> stuck(shards, from, limit + 1);
        var asked = context.header(Peers.FORWARDED);
        if (asked != null) {
            ViewJson.answer(context, gathering.here(asked, View.STUCK_ORDERS, read));
            return;
        }
        var path = context.path() + "?limit=" + limit + (after == null ? "" : "&cursor=" + Cursor.of(after));
        var found = new TreeMap<String, StuckOrder>();
        gathering
                .everywhere(View.STUCK_ORDERS, read, path, in -> ViewJson.read(in, STUCK))
                .forEach(found::putAll);
        var keys = new ArrayList<>(found.keySet());
        var page = keys.subList(0, Math.min(limit, keys.size()));
        ViewJson.answer(
                context,
                new StuckOrders(
                        page.stream().map(found::get).toList(),
                        keys.size() > limit ? Cursor.of(page.getLast()) : null));
    }

    private static Step step(String name, StepLoad load) {
        return new Step(name, load.open(), load.stuck(), load.reached(), load.succeededMillis());
    }

    private static SortedMap<String, StepLoad> loads(List<Shard> shards) {
        var loads = new TreeMap<String, StepLoad>();
        for (var shard : shards) {
            shard.range(View.SAGA_STEPS, null, null, Integer.MAX_VALUE)
                    .forEach(row -> loads.merge(row.key(), row.value(), StepLoad::plus));
        }
        return loads;
    }

    private static SortedMap<String, StuckOrder> stuck(List<Shard> shards, String from, int max) {
        var found = new TreeMap<String, StuckOrder>();
        for (var shard : shards) {
            shard.range(View.STUCK_ORDERS, from, null, max).forEach(row -> found.put(row.key(), row.value()));
        }
        return found;
    }
}
