package dev.quintet.wire;

import dev.quintet.domain.stock.Reservation;

final class ReservationCodec implements Codec<Reservation, dev.quintet.wire.avro.Reservation> {
    private final ReplyCodec replies = new ReplyCodec();

    @Override
    public dev.quintet.wire.avro.Reservation toAvro(Reservation reservation) {
        return new dev.quintet.wire.avro.Reservation(
                SharedCodecs.list(reservation.lines(), SharedCodecs::toAvro),
                reservation.slot(),
                reservation.released(),
                SharedCodecs.list(reservation.answers(), replies::toAvro),
                reservation.content());
    }

    @Override
    public Reservation toDomain(dev.quintet.wire.avro.Reservation record) {
        return new Reservation(
                SharedCodecs.list(record.getLines(), SharedCodecs::toDomain),
                record.getSlot(),
                record.getReleased(),
                SharedCodecs.list(record.getAnswers(), replies::toDomain),
                record.getContent());
    }
}
