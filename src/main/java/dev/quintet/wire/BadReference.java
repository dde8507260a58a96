package dev.quintet.wire;

import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A record of a reference topic that does not count.
 *
 * @param timestamp in epoch milliseconds; 0 for none
 * @param cause what is wrong with it, for a person
 */
public record BadReference(
        String topic,
        int partition,
        long offset,
        long timestamp,
        byte @Nullable [] key,
        byte @Nullable [] value,
        Headers headers,
        String cause) {}
