package dev.quintet.mail;

import dev.quintet.domain.notification.Channel;
import dev.quintet.domain.notification.Message;
import dev.quintet.domain.order.Texts;
import dev.quintet.wire.PoisonRecordException;
import dev.quintet.wire.Topics;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One message from the outbox to whoever takes it: sent once, or a dead letter. Used by one thread. */
final class Delivery {
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    private final Deserializer<Message> messages;
    private final Map<Channel, MessageSender> senders;
    private final SentMessages sent;
    private final UnsentLetters unsent;
    private final DispatchCounts counts;

    Delivery(
            Deserializer<Message> messages,
            Map<Channel, MessageSender> senders,
            SentMessages sent,
            UnsentLetters unsent,
            DispatchCounts counts) {
        this.messages = messages;
        this.senders = senders;
        this.sent = sent;
        this.unsent = unsent;
        this.counts = counts;
    }

    /**
     * Settles a record of the outbox. When this returns, nothing is left to do for it.
     *
     * @throws SenderUnavailableException when the message must be sent later
     */
    void settle(ConsumerRecord<byte[], byte[]> record) throws SenderUnavailableException {
        Message message;
        try {
            message = decode(record);
        } catch (PoisonRecordException e) {
            bury(record, String.valueOf(e.getMessage()));
            return;
        }
        try {
            if (!sent.contains(message)) {
                send(message);
                counts.sent();
            }
        } catch (MessageRefusedException e) {
            var why = Texts.cut(String.valueOf(e.getMessage()), Texts.REASON_MAX);
            bury(record, why);
            sent.giveUp(message, why);
            return;
        }
        // Once more for a message that was sent when its row could not be written.
        sent.add(message);
    }

    private void bury(ConsumerRecord<byte[], byte[]> record, String cause) {
        LOG.warn("message {} of partition {} is a dead letter: {}", record.offset(), record.partition(), cause);
        unsent.write(record, cause);
        counts.refused();
    }

    private Message decode(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            throw new PoisonRecordException("The value is missing; it must be an OutboxMessage");
        }
        var message = messages.deserialize(Topics.NOTIFICATION_OUTBOX, record.value());
        var problem = message.problem();
        if (problem != null) {
            throw new PoisonRecordException(problem);
        }
        return message;
    }

    /** What a sender can't do with a message now it can't do later either, unless it says so: nothing waits for a fault of ours. */
    private void send(Message message) throws MessageRefusedException, SenderUnavailableException {
        try {
            sender(message.channel()).send(message);
        } catch (RuntimeException e) {
            LOG.error("message {} can't be sent because of a fault of ours", message.messageId(), e);
            throw new MessageRefusedException("A fault of ours: " + e, e);
        }
    }

    private MessageSender sender(Channel channel) {
        var sender = senders.get(channel);
        if (sender == null) {
            throw new IllegalStateException("Nobody sends " + channel);
        }
        return sender;
    }
}
