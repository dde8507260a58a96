package dev.quintet.topology;

import dev.quintet.wire.DeadLetter;
import dev.quintet.wire.DeadLetterHeaders;
import dev.quintet.wire.Topics;
import java.util.List;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** What becomes of a record that nobody can read: its raw bytes, and in headers where it came from and why. */
final class DeadLetters {
    /** The sink that they leave by. */
    static final String NODE = "dead-letter-sink";

    private DeadLetters() {}

    /** Adds the sink. */
    static Topology addSink(Topology topology, String... parents) {
        return topology.addSink(
                NODE, Topics.DEAD_LETTER, new ByteArraySerializer(), new ByteArraySerializer(), parents);
    }

    /** Counts them, by the topic that they came from. */
    static Tally tally(ProcessorContext<?, ?> context) {
        return new Tally(context, "dead-letters-total", "Records that nobody could read, by topic", "topic", List.of());
    }

    static Record<byte[], byte[]> of(Record<byte[], byte[]> record, RecordMetadata origin, String cause) {
        var from =
                new DeadLetterHeaders(origin.topic(), origin.partition(), origin.offset(), record.timestamp(), cause);
        var letter = DeadLetter.of(from, record.key(), record.value(), record.headers());
        return new Record<>(letter.key(), letter.value(), record.timestamp(), letter.headers());
    }
}
