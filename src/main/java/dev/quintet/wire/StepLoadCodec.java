package dev.quintet.wire;

import dev.quintet.domain.view.StepLoad;

final class StepLoadCodec implements Codec<StepLoad, dev.quintet.wire.avro.StepLoad> {
    @Override
    public dev.quintet.wire.avro.StepLoad toAvro(StepLoad load) {
        return new dev.quintet.wire.avro.StepLoad(load.open(), load.stuck(), load.reached(), load.succeededMillis());
    }

    @Override
    public StepLoad toDomain(dev.quintet.wire.avro.StepLoad record) {
        return new StepLoad(record.getOpen(), record.getStuck(), record.getReached(), record.getSucceededMillis());
    }
}
