package dev.quintet.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.quintet.domain.order.Verdict;
import dev.quintet.wire.Headers;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.api.Record;

/** A verdict on its way to the partition that its sender reads. */
record Answer(Verdict verdict, int replyPartition) {
    private static final int CORRELATION_BYTES_MAX = 256;

    /** Whether the sender of a command waits for its verdict. */
    static boolean isAwaited(Record<?, ?> command) {
        return command.headers().lastHeader(Headers.REPLY_PARTITION) != null;
    }

    /** The answer to a command. It carries nothing of the command's headers but what the sender recognises it by. */
    static Record<Object, Object> to(Record<?, ?> command, Verdict verdict) {
        var headers = new RecordHeaders();
        var correlation = command.headers().lastHeader(Headers.CORRELATION_ID);
        // Whoever sends longer ones does not know its answers by them, but a verdict must not grow with it.
        if (correlation != null && correlation.value() != null && correlation.value().length <= CORRELATION_BYTES_MAX) {
            headers.add(correlation);
        }
        var answer = new Answer(verdict, replyPartition(command));
        return new Record<>(verdict.orderId(), answer, command.timestamp(), headers);
    }

    /** The partition that was asked for; a number that the topic does not have is wrapped, so that it harms nobody else. */
    static Optional<Set<Integer>> partition(String topic, String orderId, Answer answer, int partitions) {
        return Optional.of(Set.of(Math.floorMod(answer.replyPartition(), partitions)));
    }

    static Serializer<Answer> serializer(Serializer<Verdict> verdicts) {
        return (topic, answer) -> verdicts.serialize(topic, answer.verdict());
    }

    private static int replyPartition(Record<?, ?> command) {
        var header = command.headers().lastHeader(Headers.REPLY_PARTITION);
        if (header == null || header.value() == null) {
            return 0;
        }
        try {
            return Integer.parseInt(new String(header.value(), UTF_8));
        } catch (NumberFormatException _) {
            return 0;
        }
    }
}
