package dev.quintet.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of a record of ours that can't be sent. One that is too large is a dead letter, in the transaction that it
 * would have been part of. That is found when it is serialized: once the producer has refused a record, its transaction can
 * only be given up. Everything else stops the task, whose transaction rolls back.
 */
public final class BuryUnsendable implements ProductionExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(BuryUnsendable.class);

    @Override
    public void configure(Map<String, ?> configs) {
        // Nothing is to be configured.
    }

    @Override
    public Response handleError(ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception failure) {
        return Response.fail();
    }

    @Override
    @SuppressWarnings("rawtypes") // It has not been serialized, so Kafka knows no types.
    public Response handleSerializationError(
            ErrorHandlerContext context,
            ProducerRecord record,
            Exception failure,
            SerializationExceptionOrigin origin) {
        if (!(failure instanceof TooLargeException large)) {
            return Response.fail();
        }
        var cause = large.getMessage() + ", made of " + context.topic() + "@" + context.partition() + ":"
                + context.offset();
        LOG.error("a record is a dead letter instead: {}", cause);
        var from = new DeadLetterHeaders(record.topic(), context.partition(), -1, context.timestamp(), cause);
        var key = record.key() == null ? null : String.valueOf(record.key()).getBytes(UTF_8);
        return Response.resume(List.of(
                DeadLetter.of(from, key, large.bytes(), record.headers()).toRecord()));
    }
}
