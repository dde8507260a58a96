package dev.quintet.wire;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a topic must be like.
 *
 * @param configs the topic configuration that must hold; everything else is left to the broker
 * @param holds what is in it, for the docs
 */
public record TopicSpec(String name, int partitions, Map<String, String> configs, String holds) {
    public TopicSpec {
        configs = new TreeMap<>(configs);
    }
}
