package dev.quintet.wire;

import dev.quintet.wire.avro.LimitUnit;
import dev.quintet.wire.avro.LimitUse;
import dev.quintet.wire.avro.Money;
import dev.quintet.wire.avro.RefusalReason;
import dev.quintet.wire.avro.SlotEntry;
import dev.quintet.wire.avro.SlotStatus;
import dev.quintet.wire.avro.SlotWindow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.AvroTypeException;
import org.apache.avro.Schema;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.Decoder;
import org.jspecify.annotations.Nullable;

/**
 * Reads slot windows that were written with the schema of this build, field by field. Every order reads up to three of
 * them, and Avro's own reader, which resolves schemas and creates objects by reflection, takes twice as long; it still
 * reads what was written with any other schema.
 */
final class SlotWindowReader implements DatumReader<SlotWindow> {
    private static final SlotStatus[] STATUSES = SlotStatus.values();
    private static final RefusalReason[] REASONS = RefusalReason.values();
    private static final LimitUnit[] UNITS = LimitUnit.values();

    @Override
    public void setSchema(Schema schema) {
        // There is only one that it reads.
    }

    @Override
    public SlotWindow read(@Nullable SlotWindow reuse, Decoder in) throws IOException {
        var entries = new ArrayList<SlotEntry>();
        for (long left = in.readArrayStart(); left > 0; left = in.arrayNext()) {
            for (; left > 0; left--) {
                entries.add(entry(in));
            }
        }
        return new SlotWindow(entries, in.readBoolean());
    }

    private static SlotEntry entry(Decoder in) throws IOException {
        return new SlotEntry(
                in.readString(),
                in.readString(),
                in.readLong(),
                in.readLong(),
                symbol(STATUSES, in),
                in.readInt(),
                in.readLong(),
                isPresent(in) ? symbol(REASONS, in) : null,
                isPresent(in) ? use(in) : null,
                isPresent(in) ? new Money(in.readLong(), in.readString()) : null);
    }

    private static LimitUse use(Decoder in) throws IOException {
        return new LimitUse(
                symbol(UNITS, in),
                in.readInt(),
                in.readInt(),
                isPresent(in) ? (Long) in.readLong() : null,
                texts(in),
                in.readInt());
    }

    private static List<String> texts(Decoder in) throws IOException {
        var texts = List.<String>of();
        for (long left = in.readArrayStart(); left > 0; left = in.arrayNext()) {
            if (texts.isEmpty()) {
                texts = new ArrayList<>();
            }
            for (; left > 0; left--) {
                texts.add(in.readString());
            }
        }
        return texts;
    }

    /** Every union of the schema is of null and one other branch. */
    private static boolean isPresent(Decoder in) throws IOException {
        int branch = in.readIndex();
        if (branch < 0 || branch > 1) {
            throw new AvroTypeException("No branch " + branch + " in a union of two");
        }
        return branch == 1;
    }

    private static <E> E symbol(E[] symbols, Decoder in) throws IOException {
        int symbol = in.readEnum();
        if (symbol < 0 || symbol >= symbols.length) {
            throw new AvroTypeException("No symbol " + symbol + " in an enum of " + symbols.length);
        }
        return symbols[symbol];
    }
}
