package dev.quintet.topology;

import dev.quintet.domain.notification.Message;
import dev.quintet.domain.notification.Sent;
import dev.quintet.domain.order.Ids;
import dev.quintet.wire.OrderPartitions;
import dev.quintet.wire.PoisonRecordException;
import dev.quintet.wire.Topics;
import dev.quintet.wire.WireSerdes;
import org.jspecify.annotations.Nullable;

/**
 * Messages about orders as they were written, and that they were sent: each topic in its own way.
 *
 * @param written of the outbox
 * @param sent of what was handed over
 */
record DecodeMessages(Decoding written, Decoding sent) implements Decoding {
    static DecodeMessages of(WireSerdes serdes, String next) {
        return new DecodeMessages(
                new DecodeKeyed<>(serdes.outboxMessage().deserializer(), DecodeMessages::keyOf, next),
                new DecodeKeyed<>(serdes.sent().deserializer(), DecodeMessages::keyOf, next));
    }

    @Override
    public Decoded decode(String topic, byte @Nullable [] key, byte @Nullable [] value) {
        return topic.equals(Topics.NOTIFICATION_OUTBOX)
                ? written.decode(topic, key, value)
                : sent.decode(topic, key, value);
    }

    @Override
    public int home(byte[] key, Decoded decoded, int partitions) {
        var orderId = switch (decoded.value()) {
            case Message message -> message.orderId();
            case Sent sent -> sent.orderId();
            default -> throw new IllegalStateException("No message: " + decoded.value());
        };
        return OrderPartitions.of(orderId, partitions);
    }

    @Override
    public String partitioner() {
        return "murmur2 of its order id";
    }

    private static String keyOf(Message message) {
        if (!Ids.isValid(message.orderId()) || !Ids.isValid(message.customerId())) {
            throw new PoisonRecordException("Order id and customer id must be " + Ids.RULE);
        }
        var problem = message.problem();
        if (problem != null) {
            throw new PoisonRecordException(problem);
        }
        return message.key();
    }

    private static String keyOf(Sent sent) {
        if (!Ids.isValid(sent.orderId()) || !sent.isIdentity()) {
            throw new PoisonRecordException("orderId must be " + Ids.RULE + ", and identity customer/message");
        }
        return sent.identity();
    }
}
