package dev.quintet.local.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EventParserTest {
    private static final String HEAD =
            "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n";

    private final List<String> events = new ArrayList<>();
    private final EventParser parser = new EventParser((id, data) -> events.add(id + "=" + data));

    @Test
    void eventsAreReadHoweverTheyAreCut() throws IOException {
        // given
        var stream = HEAD + chunk(": still here\n\n") + chunk("id: 1\nevent: A\nda") + chunk("ta: {\"é\":1}\n\nid: 2\n")
                + chunk("event: B\ndata: {}\n\n") + "0\r\n\r\n";

        // when
        for (byte part : stream.getBytes(UTF_8)) {
            assertThat(parser.isOver()).isFalse();
            parser.take(ByteBuffer.wrap(new byte[] {part}));
            if (events.size() == 2 && parser.isOver()) {
                break;
            }
        }

        // then
        assertThat(events).containsExactly("1={\"é\":1}", "2={}");
        assertThat(parser.isOver()).isTrue();
    }

    @Test
    void aStreamIsOpenOnceItsHeadIsThere() throws IOException {
        // when
        take("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n");

        // then
        assertThat(parser.isOpen()).isFalse();

        // when
        take("\r\n");

        // then
        assertThat(parser.isOpen()).isTrue();
        assertThat(parser.isOver()).isFalse();
    }

    @Test
    void anAnswerThatIsNoStreamIsOver() throws IOException {
        // when
        take("HTTP/1.1 404 Not Found\r\nContent-Length: 2\r\n\r\n{}");

        // then
        assertThat(parser.status()).isEqualTo(404);
        assertThat(parser.isOver()).isTrue();
        assertThat(events).isEmpty();
    }

    private void take(String text) throws IOException {
        parser.take(ByteBuffer.wrap(text.getBytes(UTF_8)));
    }

    private static String chunk(String text) {
        return Integer.toHexString(text.getBytes(UTF_8).length) + "\r\n" + text + "\r\n";
    }
}
