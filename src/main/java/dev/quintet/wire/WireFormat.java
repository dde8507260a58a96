package dev.quintet.wire;

/** The frame that every Confluent client puts around a value: a zero byte, the schema id in 4 bytes, then plain Avro. */
final class WireFormat {
    static final int HEADER_BYTES = 5;

    private static final byte MAGIC = 0;
    private static final byte MAGIC_OF_GUIDS = 1;

    private WireFormat() {}

    /**
     * The id of the schema that a value was written with.
     *
     * @throws PoisonRecordException when the bytes have no such frame
     */
    static int schemaId(byte[] bytes) {
        if (bytes.length < HEADER_BYTES) {
            throw new PoisonRecordException("Only " + bytes.length
                    + " bytes: too short for the magic byte and schema id that begin every Avro value");
        }
        if (bytes[0] != MAGIC) {
            throw new PoisonRecordException(complaintAbout(bytes[0]));
        }
        return (bytes[1] & 0xff) << 24 | (bytes[2] & 0xff) << 16 | (bytes[3] & 0xff) << 8 | (bytes[4] & 0xff);
    }

    /** Writes the frame to the first bytes of a buffer. */
    static void putHeader(byte[] buffer, int schemaId) {
        buffer[0] = MAGIC;
        buffer[1] = (byte) (schemaId >>> 24);
        buffer[2] = (byte) (schemaId >>> 16);
        buffer[3] = (byte) (schemaId >>> 8);
        buffer[4] = (byte) schemaId;
    }

    private static String complaintAbout(byte magic) {
        return magic == MAGIC_OF_GUIDS
                ? "Magic byte 1: written by a newer Confluent client that names schemas by GUID; have it write numeric"
                        + " schema ids in front of the value instead (magic byte 0)"
                : "Magic byte " + (magic & 0xff) + " where 0 must be: not written by a schema registry serializer";
    }
}
