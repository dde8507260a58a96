package dev.quintet.mail;

import dev.quintet.wire.DeadLetter;
import dev.quintet.wire.DeadLetterHeaders;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What becomes of a message that can never be sent: a dead letter, as it was, with where it came from and why. */
final class UnsentLetters {
    private final ConfirmedProducer producer;

    UnsentLetters(ConfirmedProducer producer) {
        this.producer = producer;
    }

    void write(ConsumerRecord<byte[], byte[]> record, String cause) {
        var from =
                new DeadLetterHeaders(record.topic(), record.partition(), record.offset(), record.timestamp(), cause);
        producer.send(DeadLetter.of(from, record.key(), record.value(), record.headers())
                .toRecord());
    }
}
