package dev.quintet.wire;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of an exception in a processor. Poison of meaning is a dead letter, in the transaction that leaves the record
 * behind. Everything else is a broken invariant or an outage: the task stops, and the transaction rolls back.
 */
public final class BuryOrFail implements ProcessingExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(BuryOrFail.class);

    @Override
    public void configure(Map<String, ?> configs) {
        // Nothing is to be configured.
    }

    @Override
    public Response handleError(ErrorHandlerContext context, Record<?, ?> record, Exception failure) {
        if (failure instanceof PoisonOfMeaningException) {
            var cause = String.valueOf(failure.getMessage());
            LOG.warn("{}@{}:{} is a dead letter: {}", context.topic(), context.partition(), context.offset(), cause);
            var origin = new DeadLetterHeaders(
                    context.topic(), context.partition(), context.offset(), context.timestamp(), cause);
            var headers = context.headers() == null ? new RecordHeaders() : context.headers();
            return Response.resume(
                    List.of(DeadLetter.of(origin, context.sourceRawKey(), context.sourceRawValue(), headers)
                            .toRecord()));
        }
        LOG.error(
                "{}, in {}, can't go on with {}@{}:{}",
                context.taskId(),
                context.processorNodeId(),
                context.topic(),
                context.partition(),
                context.offset(),
                failure);
        return Response.fail();
    }
}
