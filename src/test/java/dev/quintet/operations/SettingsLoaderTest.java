package dev.quintet.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.quintet.wire.Clock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SettingsLoaderTest {
    private static final Map<String, String> NEEDED =
            Map.of("bootstrap.servers", "127.0.0.1:9092", "schema.registry.url", "http://127.0.0.1:8081");

    @TempDir
    private Path folder;

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("quintet.properties"), content);
    }

    private static Map<String, String> with(String key, String value) {
        var values = new HashMap<>(NEEDED);
        values.put(key, value);
        return values;
    }

    @Test
    void defaultsAreThoseOfTheDesign() {
        var settings = SettingsLoader.load(null, Map.of(), NEEDED);
        assertThat(settings.commitInterval()).isEqualTo(Duration.ofMillis(100));
        assertThat(settings.clock()).isEqualTo(Clock.BROKER);
        assertThat(settings.httpPort()).isEqualTo(8080);
        assertThat(settings.httpHost()).isEqualTo("127.0.0.1");
    }

    @Test
    void commandLineBeatsEnvironmentBeatsFile() throws IOException {
        var file = file("http.port=1\nstream.threads=3\nstandby.replicas=1\n");
        var environment = Map.of("QUINTET_HTTP_PORT", "2", "QUINTET_STREAM_THREADS", "4");
        var settings = SettingsLoader.load(file, environment, with("http.port", "3"));
        assertThat(settings.httpPort()).isEqualTo(3);
        assertThat(settings.streamThreads()).isEqualTo(4);
        assertThat(settings.standbyReplicas()).isEqualTo(1);
    }

    @Test
    void kafkaSettingsGoToTheClientsAsTheyAre() throws IOException {
        var settings = SettingsLoader.load(file("kafka.security.protocol=SSL\n"), Map.of(), NEEDED);
        assertThat(settings.clientConfigs()).containsEntry("security.protocol", "SSL");
    }

    @Test
    void missingSettingIsNamed() {
        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(() -> SettingsLoader.load(null, Map.of(), Map.of()))
                .withMessage(
                        "bootstrap.servers: is missing; it must be HOST:PORT of a broker, or several separated by commas");
    }

    @Test
    void unknownSettingInAFileIsNamed() throws IOException {
        var file = file("http.prot=1\n");
        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(() -> SettingsLoader.load(file, Map.of(), NEEDED))
                .withMessageStartingWith("http.prot: no such setting");
    }

    @Test
    void missingFileIsNamed() {
        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(() -> SettingsLoader.load(folder.resolve("nowhere"), Map.of(), NEEDED))
                .withMessageContaining("nowhere");
    }

    @ParameterizedTest
    @CsvSource({
        "http.port, -1",
        "http.port, 65536",
        "http.port, eighty",
        "stream.threads, 0",
        "standby.replicas, 4",
        "commit.interval.ms, 0",
        "clock, sundial",
        "instance.id, ''",
        "instance.id, two words"
    })
    void settingThatCannotBeUsedIsNamed(String key, String value) {
        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(() -> SettingsLoader.load(null, Map.of(), with(key, value)))
                .withMessageStartingWith(key + ": ");
    }

    @Test
    void addressesOfKubernetesServicesAreNoSettings() {
        var environment = Map.of(
                "QUINTET_HTTP_PORT", "tcp://10.0.0.7:80",
                "QUINTET_HTTP_PORT_80_TCP", "tcp://10.0.0.7:80",
                "QUINTET_HTTP_PORT_80_TCP_PROTO", "tcp",
                "QUINTET_HTTP_SERVICE_HOST", "10.0.0.7",
                "QUINTET_HTTP_SERVICE_PORT_WEB", "80",
                "QUINTET_SERVICE_PORT", "80",
                "QUINTET_PORT", "udp://10.0.0.7:80",
                "QUINTET_SMTP_PORT", "tcp://10.0.0.8:25");
        var settings = SettingsLoader.load(null, environment, NEEDED);
        assertThat(settings.httpPort()).isEqualTo(8080);
        assertThat(settings.smtpPort()).isEqualTo(25);
    }

    @ParameterizedTest
    @CsvSource({
        "QUINTET_STREAM_THREAD, QUINTET_STREAM_THREADS",
        "QUINTET_CLOK, QUINTET_CLOCK",
        "QUINTET_HTTP_PROT, QUINTET_HTTP_PORT"
    })
    void aSlipInTheEnvironmentIsNamedWithWhatWasMeant(String slip, String meant) {
        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(() -> SettingsLoader.load(null, Map.of(slip, "1"), NEEDED))
                .withMessageStartingWith(slip + ": no such setting")
                .withMessageEndingWith(meant);
    }

    @Test
    void whatBelongsToSomebodyElseStopsNothing() {
        var environment = Map.of("QUINTET_DEPLOYED_BY", "somebody", "QUINTET_JAVA_OPTS", "-Xmx1g");
        assertThat(SettingsLoader.load(null, environment, NEEDED).httpPort()).isEqualTo(8080);
    }

    @Test
    void twoPodsHaveTwoNamesAndKeepThem() {
        var state = Path.of("state");
        assertThat(InstanceName.of("orders-0", state))
                .isEqualTo(InstanceName.of("orders-0", state.toAbsolutePath()))
                .isNotEqualTo(InstanceName.of("orders-1", state))
                .isNotEqualTo(InstanceName.of("orders-0", Path.of("other")));
        assertThat(InstanceName.isOne(InstanceName.of("a host of mine.".repeat(30), state)))
                .isTrue();
        var settings = SettingsLoader.load(null, Map.of(), NEEDED);
        assertThat(settings.instanceId())
                .isEqualTo(SettingsLoader.load(null, Map.of(), NEEDED).instanceId())
                .isNotEqualTo(SettingsLoader.load(null, Map.of(), with("state.dir", "other"))
                        .instanceId());
    }
}
