package dev.quintet.wire;

import dev.quintet.domain.notification.Sent;
import dev.quintet.wire.avro.SentMessage;

final class SentCodec implements Codec<Sent, SentMessage> {
    @Override
    public SentMessage toAvro(Sent sent) {
        return new SentMessage(sent.identity(), sent.at(), sent.orderId(), sent.undeliverable());
    }

    @Override
    public Sent toDomain(SentMessage record) {
        return new Sent(
                record.getIdentity(),
                record.getSentAt(),
                record.getOrderId(),
                SharedCodecs.nullable(record.getUndeliverable(), SharedCodecs::reason));
    }
}
