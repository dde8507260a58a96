package dev.quintet.mail;

import dev.quintet.wire.DeadLetterHeaders;
import dev.quintet.wire.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** What becomes of a message that can never be sent: a dead letter, as it was, with where it came from and why. */
final class UnsentLetters {
    private final ConfirmedProducer producer;

    UnsentLetters(ConfirmedProducer producer) {
        this.producer = producer;
    }

    void write(ConsumerRecord<byte[], byte[]> record, String cause) {
        var letter = new ProducerRecord<>(Topics.DEAD_LETTER, record.key(), record.value());
        record.headers().forEach(letter.headers()::add);
        new DeadLetterHeaders(record.topic(), record.partition(), record.offset(), record.timestamp(), cause)
                .addTo(letter.headers());
        producer.send(letter);
    }
}
