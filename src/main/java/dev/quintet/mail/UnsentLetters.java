package dev.quintet.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.quintet.wire.Headers;
import dev.quintet.wire.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** What becomes of a message that can never be sent: a dead letter, as it was, with where it came from and why. */
final class UnsentLetters {
    private static final int CAUSE_LENGTH_MAX = 1_000;

    private final ConfirmedProducer producer;

    UnsentLetters(ConfirmedProducer producer) {
        this.producer = producer;
    }

    void write(ConsumerRecord<byte[], byte[]> record, String cause) {
        var letter = new ProducerRecord<>(Topics.DEAD_LETTER, record.key(), record.value());
        record.headers().forEach(letter.headers()::add);
        add(letter, Headers.DEAD_LETTER_CAUSE, cause.substring(0, Math.min(cause.length(), CAUSE_LENGTH_MAX)));
        add(letter, Headers.DEAD_LETTER_TOPIC, record.topic());
        add(letter, Headers.DEAD_LETTER_PARTITION, String.valueOf(record.partition()));
        add(letter, Headers.DEAD_LETTER_OFFSET, String.valueOf(record.offset()));
        add(letter, Headers.DEAD_LETTER_TIMESTAMP, String.valueOf(record.timestamp()));
        producer.send(letter);
    }

    private static void add(ProducerRecord<?, ?> letter, String header, String value) {
        letter.headers().add(header, value.getBytes(UTF_8));
    }
}
