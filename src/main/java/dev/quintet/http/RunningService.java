package dev.quintet.http;

import org.apache.kafka.streams.TopologyDescription;

/**
 * A service in this process.
 *
 * @param service its name
 * @param state that of its Kafka Streams client
 * @param topology what it runs
 */
public record RunningService(String service, String applicationId, String state, TopologyDescription topology) {}
