package dev.quintet.operations;

import dev.quintet.operations.TopicProvisioning.Drift;
import dev.quintet.wire.TopicSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How a topic differs from the table.
 *
 * @param missing whether there is no such topic
 * @param partitions how many it has; as many as it should when it is missing
 * @param configs the values it has where they differ
 */
record TopicDiff(TopicSpec spec, boolean missing, int partitions, Map<String, String> configs) {
    private static final String APPLY = "`quintet topics apply` ";

    /** A topic as it is. */
    record Actual(int partitions, Map<String, String> configs) {}

    static TopicDiff of(TopicSpec spec, Optional<Actual> actual) {
        var configs = new TreeMap<String, String>();
        actual.ifPresent(topic -> spec.configs().forEach((key, wanted) -> {
            var value = topic.configs().getOrDefault(key, "unset");
            if (!sameValue(key, value, wanted)) {
                configs.put(key, value);
            }
        }));
        return new TopicDiff(
                spec, actual.isEmpty(), actual.map(Actual::partitions).orElse(spec.partitions()), configs);
    }

    /** Kafka may give the two words of a clean-up policy in either order. */
    private static boolean sameValue(String key, String value, String wanted) {
        return key.equals("cleanup.policy")
                ? List.of(value.split(",", -1)).containsAll(List.of(wanted.split(",", -1)))
                        && value.length() == wanted.length()
                : value.equals(wanted);
    }

    List<Drift> drifts() {
        if (missing) {
            return List.of(new Drift(spec.name(), "is missing", APPLY + "creates it"));
        }
        var drifts = new ArrayList<Drift>();
        if (partitions != spec.partitions()) {
            drifts.add(new Drift(
                    spec.name(),
                    "has " + partitions + " partitions and must have " + spec.partitions(),
                    "this can't be mended in place, since keys would move away from their state; create it anew"
                            + " before the first order, or copy its records into a new cluster"));
        }
        configs.forEach((key, value) -> drifts.add(new Drift(
                spec.name(),
                key + " is " + value + " and must be " + spec.configs().get(key),
                APPLY + "sets it")));
        return drifts;
    }

    /** What applying the table does to the topic, in a line. */
    String applied() {
        if (missing) {
            return spec.name() + ": created";
        }
        var mended = configs.entrySet().stream()
                .map(entry -> entry.getKey() + " from " + entry.getValue() + " to "
                        + spec.configs().get(entry.getKey()))
                .collect(Collectors.joining(", "));
        var partitionsDiffer = partitions == spec.partitions()
                ? ""
                : "; has " + partitions + " partitions instead of " + spec.partitions() + ", which stays";
        return spec.name() + ": " + (mended.isEmpty() ? "as it should be" : "mended " + mended) + partitionsDiffer;
    }
}
