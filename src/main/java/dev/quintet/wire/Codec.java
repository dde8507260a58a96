package dev.quintet.wire;

import org.apache.avro.specific.SpecificRecord;

/**
 * Maps a domain value to its Avro record and back.
 *
 * @param <D> the domain value
 * @param <A> its generated Avro class, which never leaves this package
 */
interface Codec<D, A extends SpecificRecord> {
    A toAvro(D value);

    /**
     * The domain value of a record.
     *
     * @throws PoisonRecordException when the record keeps its schema but breaks a rule of the domain
     */
    D toDomain(A record);
}
