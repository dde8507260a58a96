package dev.quintet.wire;

import java.io.IOException;
import java.util.Arrays;
import org.apache.avro.io.BinaryData;
import org.apache.avro.io.BinaryEncoder;

/**
 * An Avro encoder that writes wire format and Avro into one growing buffer, so that the only copy made of a value is the
 * array that is handed out. Not for more than one thread at a time.
 */
final class ValueEncoder extends BinaryEncoder {
    private static final int INITIAL_BYTES = 512;
    private static final int KEPT_BYTES = 1 << 16;
    private static final int LONGEST_NUMBER = 10;

    private byte[] buffer = new byte[INITIAL_BYTES];
    private int position;

    void begin(int schemaId) {
        if (buffer.length > KEPT_BYTES) {
            buffer = new byte[INITIAL_BYTES];
        }
        WireFormat.putHeader(buffer, schemaId);
        position = WireFormat.HEADER_BYTES;
    }

    byte[] end() {
        return Arrays.copyOf(buffer, position);
    }

    @Override
    public void writeBoolean(boolean value) {
        reserve(1);
        buffer[position++] = (byte) (value ? 1 : 0);
    }

    @Override
    public void writeInt(int value) {
        reserve(LONGEST_NUMBER);
        position += BinaryData.encodeInt(value, buffer, position);
    }

    @Override
    public void writeLong(long value) {
        reserve(LONGEST_NUMBER);
        position += BinaryData.encodeLong(value, buffer, position);
    }

    @Override
    public void writeFloat(float value) {
        reserve(LONGEST_NUMBER);
        position += BinaryData.encodeFloat(value, buffer, position);
    }

    @Override
    public void writeDouble(double value) {
        reserve(LONGEST_NUMBER);
        position += BinaryData.encodeDouble(value, buffer, position);
    }

    @Override
    public void writeFixed(byte[] bytes, int start, int length) {
        reserve(length);
        System.arraycopy(bytes, start, buffer, position, length);
        position += length;
    }

    @Override
    protected void writeZero() {
        reserve(1);
        buffer[position++] = 0;
    }

    @Override
    public int bytesBuffered() {
        return position;
    }

    @Override
    public void flush() throws IOException {
        // Nothing lies behind the buffer.
    }

    private void reserve(int bytes) {
        if (buffer.length - position < bytes) {
            buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, Math.addExact(position, bytes)));
        }
    }
}
