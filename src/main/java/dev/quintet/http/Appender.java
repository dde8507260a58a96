package dev.quintet.http;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Appends to a topic what depends on what stands there. */
interface Appender extends AutoCloseable {
    /**
     * Appends a record. When this returns, all saw what stood before it, and nothing came between.
     *
     * @param read is told of each record that stands before it and that it was not told of
     * @param next makes the record, after {@code read} has been told of all; asked again when another writer came between
     */
    void append(Consumer<ConsumerRecord<String, byte[]>> read, Supplier<ProducerRecord<String, byte[]>> next)
            throws InterruptedException;

    @Override
    void close();
}
