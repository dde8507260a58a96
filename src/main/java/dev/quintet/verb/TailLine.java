package dev.quintet.verb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quintet.domain.order.Timestamps;
import dev.quintet.wire.ApplicationIds;
import dev.quintet.wire.PoisonRecordException;
import dev.quintet.wire.RecordDecoder;
import dev.quintet.wire.Stores;
import dev.quintet.wire.Topics;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record as a line of JSON: what can be read is readable, everything else is base64.
 *
 * <p>Instead of {@code value} a dead letter has {@code valueBase64}, and so has a value that can't be decoded, with the
 * cause in {@code undecodable}.
 */
record TailLine(ObjectNode json) {
    private static final String NEWEST_WINDOW = Stores.changelog(ApplicationIds.ORDERS, Stores.NEWEST_WINDOW);

    static TailLine of(ConsumerRecord<byte[], byte[]> record, RecordDecoder decoder) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("topic", record.topic());
        json.put("partition", record.partition());
        json.put("offset", record.offset());
        json.put("timestamp", Timestamps.text(Instant.ofEpochMilli(record.timestamp())));
        putText(json, "key", record.key());
        var headers = json.putObject("headers");
        record.headers().forEach(header -> putText(headers, header.key(), header.value()));
        putValue(json, record, decoder);
        return new TailLine(json);
    }

    /** Whether the record is about an order: by its key, or anywhere in its value. */
    boolean isAbout(String orderId) {
        return json.path("key").asText().equals(orderId)
                || json.path("value").findValues("orderId").stream()
                        .map(JsonNode::asText)
                        .anyMatch(orderId::equals);
    }

    @Override
    public String toString() {
        return json.toString();
    }

    private static void putText(ObjectNode json, String name, byte[] bytes) {
        if (bytes == null) {
            json.putNull(name);
            return;
        }
        ReadableText.of(bytes)
                .ifPresentOrElse(text -> json.put(name, text), () -> json.put(name + "Base64", base64(bytes)));
    }

    private static void putValue(ObjectNode json, ConsumerRecord<byte[], byte[]> record, RecordDecoder decoder) {
        var value = record.value();
        if (value == null) {
            json.putNull("value");
        } else if (record.topic().equals(Topics.DEAD_LETTER)) {
            json.put("valueBase64", base64(value));
        } else if (record.topic().equals(NEWEST_WINDOW) && value.length == Long.BYTES) {
            // The one topic without Avro: a row with the start of a window.
            json.put(
                    "value",
                    Timestamps.text(Instant.ofEpochMilli(ByteBuffer.wrap(value).getLong())));
        } else {
            putDecoded(json, value, decoder);
        }
    }

    private static void putDecoded(ObjectNode json, byte[] value, RecordDecoder decoder) {
        try {
            json.set("value", decoder.decode(value));
        } catch (PoisonRecordException e) {
            json.put("undecodable", String.valueOf(e.getMessage()));
            json.put("valueBase64", base64(value));
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
