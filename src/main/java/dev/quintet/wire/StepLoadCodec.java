package dev.quintet.wire;

import dev.quintet.domain.view.StepLoad;
import java.util.TreeMap;

/** Writes maps in the order of their keys: equal loads are equal bytes, however they came to be. */
final class StepLoadCodec implements Codec<StepLoad, dev.quintet.wire.avro.StepLoad> {
    @Override
    public dev.quintet.wire.avro.StepLoad toAvro(StepLoad load) {
        return new dev.quintet.wire.avro.StepLoad(
                new TreeMap<>(load.open()), load.stuck(), new TreeMap<>(load.reached()), load.succeededMillis());
    }

    @Override
    public StepLoad toDomain(dev.quintet.wire.avro.StepLoad record) {
        return new StepLoad(record.getOpen(), record.getStuck(), record.getReached(), record.getSucceededMillis());
    }
}
