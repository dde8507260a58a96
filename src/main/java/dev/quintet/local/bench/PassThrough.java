package dev.quintet.local.bench;

import dev.quintet.wire.Topics;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;

/** The measure of everything else: the same commands, read and written as bytes, with nothing done to them. */
final class PassThrough {
    private PassThrough() {}

    static Topology build() {
        return new Topology()
                .addSource(
                        AutoOffsetReset.earliest(),
                        "pass-through-source",
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer(),
                        Topics.ORDER_COMMANDS)
                .addSink(
                        "pass-through-sink",
                        BenchTopics.PASSED_THROUGH,
                        new ByteArraySerializer(),
                        new ByteArraySerializer(),
                        "pass-through-source");
    }
}
