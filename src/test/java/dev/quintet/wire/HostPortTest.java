package dev.quintet.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Objects;
import org.apache.kafka.streams.state.HostInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hosts and ports, by name and by number. */
final class HostPortTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"views-0.views:8080", "10.0.0.1:1", "[::1]:8080", "[2001:db8::7]:65535", "[::ffff:10.0.0.1]:80"})
    void whatIsReadIsWrittenTheSameAndKafkaAndAddressesTakeIt(String text) {
        var read = HostPort.parse(text).orElseThrow();

        assertThat(read).hasToString(text);
        assertThat(URI.create("http://" + read + "/v1").getPort()).isEqualTo(read.port());
        var told = Objects.requireNonNull(HostInfo.buildFromEndpoint(text));
        assertThat(new HostPort(told.host(), told.port())).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 127.0.0.1:8080",
        "0.0.0.0, 127.0.0.1:8080",
        "::1, [::1]:8080",
        "[::1], [::1]:8080",
        "::, [::1]:8080",
        "[::], [::1]:8080",
        "shop.example, shop.example:8080"
    })
    void whoListensIsReachedFromTheSameMachine(String listens, String address) {
        assertThat(HostPort.fromHere(listens, 8_080)).hasToString(address);
        assertThat(URI.create("http://" + HostPort.fromHere(listens, 8_080)).getPort())
                .isEqualTo(8_080);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "a:",
                ":1",
                "a:0",
                "a:65536",
                "::1:8080",
                "[::1]",
                "[::1]:0",
                "[a]:1",
                "[10.0.0.1]:1",
                "a b:1",
                "http://a:1"
            })
    void anythingElseIsNone(String text) {
        assertThat(HostPort.parse(text)).isEmpty();
    }
}
