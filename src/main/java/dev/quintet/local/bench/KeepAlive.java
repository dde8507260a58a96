package dev.quintet.local.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** A connection to the server that is measured, over which one request follows another. For one thread. */
final class KeepAlive implements AutoCloseable {
    private final SocketChannel channel;
    private final HttpAnswer answer = new HttpAnswer();

    private KeepAlive(SocketChannel channel) {
        this.channel = channel;
    }

    static KeepAlive open(int port) throws IOException {
        return new KeepAlive(connect(port));
    }

    /** A connection on which nothing waits for more to be sent. */
    static SocketChannel connect(int port) throws IOException {
        var channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        return channel;
    }

    /** @param pathAndQuery of ASCII */
    static byte[] request(String pathAndQuery) {
        return ("GET " + pathAndQuery + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n").getBytes(US_ASCII);
    }

    static void send(SocketChannel channel, byte[] request) throws IOException {
        var bytes = ByteBuffer.wrap(request);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Asks, and waits for the answer, which is good until the next one. */
    HttpAnswer get(String pathAndQuery) throws IOException {
        answer.clear();
        send(channel, request(pathAndQuery));
        boolean isWhole = false;
        while (!isWhole) {
            isWhole = answer.readFrom(channel);
        }
        return answer;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
