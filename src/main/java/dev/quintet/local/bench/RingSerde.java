package dev.quintet.local.bench;

import dev.quintet.domain.limit.SlotWindow;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/** All windows of a customer in one value: each as it is stored otherwise, with its length in front. */
final class RingSerde {
    private RingSerde() {}

    static Serde<List<SlotWindow>> of(Serde<SlotWindow> window) {
        return Serdes.serdeFrom(serializer(window.serializer()), deserializer(window.deserializer()));
    }

    private static Serializer<List<SlotWindow>> serializer(Serializer<SlotWindow> window) {
        return (topic, windows) -> {
            var parts =
                    windows.stream().map(each -> window.serialize(topic, each)).toList();
            var bytes = ByteBuffer.allocate(
                    parts.stream().mapToInt(part -> Integer.BYTES + part.length).sum());
            for (var part : parts) {
                bytes.putInt(part.length).put(part);
            }
            return bytes.array();
        };
    }

    @SuppressWarnings("NullAway") // Kafka hands over null for a row that does not exist.
    private static Deserializer<List<SlotWindow>> deserializer(Deserializer<SlotWindow> window) {
        return (topic, bytes) -> {
            if (bytes == null) {
                return null;
            }
            var windows = new ArrayList<SlotWindow>(4);
            for (var rest = ByteBuffer.wrap(bytes); rest.hasRemaining(); ) {
                var part = new byte[rest.getInt()];
                rest.get(part);
                windows.add(window.deserialize(topic, part));
            }
            return windows;
        };
    }
}
