package dev.quintet.verb;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of orders, as programs save them. */
final class TextFormTest {
    private static List<String> lines(byte[] file) throws IOException {
        try (var lines = new BoundedLines(TextForm.require("orders.jsonl", new ByteArrayInputStream(file)), 100)) {
            var texts = new ArrayList<String>();
            for (var line = lines.next(); line.isPresent(); line = lines.next()) {
                texts.add(line.get().text().strip());
            }
            return texts;
        }
    }

    @Test
    void byteOrderMarkCostsNoLine() throws IOException {
        assertThat(lines("\uFEFF{\"a\":1}\n{\"b\":2}\n".getBytes(UTF_8))).containsExactly("{\"a\":1}", "{\"b\":2}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{}\n", "{}\r\n{}\r\n", "{}\r", "\n\n", "{\"a\":\r1}\n{}\n"})
    void fileOfLinesIsTaken(String text) throws IOException {
        assertThat(lines(text.getBytes(UTF_8)))
                .isEqualTo(Stream.of(text.split("\n", -1))
                        .limit(text.chars().filter(c -> c == '\n').count()
                                + (text.isEmpty() || text.endsWith("\n") ? 0 : 1))
                        .map(String::strip)
                        .toList());
    }

    static Stream<Charset> wide() {
        return Stream.of(UTF_16, UTF_16BE, UTF_16LE);
    }

    @ParameterizedTest
    @MethodSource("wide")
    void fileInUtf16IsNamedAsSuch(Charset charset) {
        assertThatThrownBy(() -> lines("{\"a\":1}\n".getBytes(charset)))
                .isInstanceOf(VerbException.class)
                .hasMessageContaining("orders.jsonl is UTF-16")
                .hasMessageContaining("UTF-8");
    }

    @Test
    void fileWhoseLinesEndWithCarriageReturnsAloneIsNamedAsSuch() {
        assertThatThrownBy(() -> lines("{\"a\":1}\r{\"b\":2}\r".getBytes(UTF_8)))
                .isInstanceOf(VerbException.class)
                .hasMessageContaining("carriage return");
    }
}
