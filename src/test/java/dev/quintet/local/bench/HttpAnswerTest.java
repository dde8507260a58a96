package dev.quintet.local.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import org.junit.jupiter.api.Test;

final class HttpAnswerTest {
    private final HttpAnswer answer = new HttpAnswer();

    @Test
    void anAnswerIsWholeWhenItsBodyIs() throws IOException {
        // given
        var text = "HTTP/1.1 425 Too Early\r\nDate: now\r\ncontent-LENGTH:  4\r\nX: y\r\n\r\nbody";

        // when
        for (int length = 1; length < text.length(); length++) {
            assertThat(answer.readFrom(bytes(text.substring(length - 1, length))))
                    .isFalse();
        }

        // then
        assertThat(answer.readFrom(bytes("y"))).isTrue();
        assertThat(answer.status()).isEqualTo(425);
        assertThat(new String(answer.body(), US_ASCII)).isEqualTo("body");
        assertThat(answer.hasBody("body".getBytes(US_ASCII))).isTrue();
        assertThat(answer.hasBody("bodY".getBytes(US_ASCII))).isFalse();
        assertThat(answer.hasBody("bod".getBytes(US_ASCII))).isFalse();
    }

    @Test
    void anAnswerLongerThanTheBufferIsWholeToo() throws IOException {
        // given
        var body = "0123456789".repeat(2_000);
        var channel = bytes("HTTP/1.1 200 OK\r\nContent-Length: 20000\r\n\r\n" + body);

        // when
        boolean isWhole = false;
        while (!isWhole) {
            isWhole = answer.readFrom(channel);
        }

        // then
        assertThat(answer.hasBody(body.getBytes(US_ASCII))).isTrue();
    }

    @Test
    void theNextAnswerBeginsAnew() throws IOException {
        // given
        answer.readFrom(bytes("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\none"));

        // when
        answer.clear();

        // then
        assertThat(answer.readFrom(bytes("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")))
                .isTrue();
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void whatNeverGetsWholeIsNoAnswer() throws IOException {
        // given
        var channel = bytes("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n");
        answer.readFrom(channel);

        // then
        assertThatThrownBy(() -> answer.readFrom(channel)).isInstanceOf(EOFException.class);
        answer.clear();
        assertThatThrownBy(() -> answer.readFrom(bytes("HTTP/1.1 200 OK\r\n\r\n")))
                .hasMessageContaining("how long");
    }

    private static ReadableByteChannel bytes(String text) {
        return Channels.newChannel(new ByteArrayInputStream(text.getBytes(US_ASCII)));
    }
}
