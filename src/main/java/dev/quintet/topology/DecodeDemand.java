package dev.quintet.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.quintet.domain.order.Ids;
import dev.quintet.wire.PoisonRecordException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Pieces of an item, as {@link TakeDemand} sends them. */
record DecodeDemand(String next) implements Decoding {
    @Override
    public Decoded decode(String topic, byte @Nullable [] key, byte @Nullable [] value) {
        var itemId = key == null ? "" : new String(key, UTF_8);
        if (!Ids.isValid(itemId)) {
            throw new PoisonRecordException("The key must be the id of an item, " + Ids.RULE);
        }
        if (value == null || value.length != Long.BYTES) {
            throw new PoisonRecordException("The value must be a number of 8 bytes");
        }
        return new Decoded(itemId, ByteBuffer.wrap(value).getLong(), next);
    }

    @Override
    public int home(byte[] key, Decoded decoded, int partitions) {
        return ItemPartitioner.partition((String) decoded.key(), partitions);
    }

    @Override
    public String partitioner() {
        return "pricing's own partitioner; only pricing writes here";
    }
}
