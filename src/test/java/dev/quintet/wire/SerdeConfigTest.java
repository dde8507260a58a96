package dev.quintet.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SerdeConfigTest {
    @Test
    void defaultsAreConfluents() {
        var config = parse(Map.of());

        assertThat(config.autoRegister()).isTrue();
        assertThat(config.useLatest()).isFalse();
        assertThat(config.naming()).isEqualTo(SubjectNaming.TOPIC_NAME);
        assertThat(config.registry().retryLimit()).hasMinutes(2);
    }

    @ParameterizedTest
    @CsvSource({
        "schema.registry.url, localhost:8081",
        "schema.registry.url, ftp://localhost",
        "schema.registry.url, 'http://a b'",
        "schema.registry.url, ''",
        "auto.register.schemas, perhaps",
        "use.latest.version, 3",
        "basic.auth.credentials.source, SASL_INHERIT",
        "value.subject.name.strategy, com.acme.MyStrategy",
        "quintet.registry.retry.max.ms, -1",
        "quintet.registry.attempt.timeout.ms, 0",
    })
    void aBadValueIsRefusedByTheNameOfItsSetting(String key, String value) {
        assertThatThrownBy(() -> parse(Map.of(key, value)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(key);
    }

    @Test
    void theAddressIsNeeded() {
        assertThatThrownBy(() -> SerdeConfig.parse(Map.of(), false))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("schema.registry.url");
    }

    @Test
    void credentialsComeFromTheSetting() {
        var config = parse(Map.of("basic.auth.credentials.source", "USER_INFO", "basic.auth.user.info", "ada:secret"));

        assertThat(authorization(config)).isEqualTo("Basic YWRhOnNlY3JldA==");
        assertThat(config.toString()).doesNotContain("YWRhOnNlY3JldA==");
    }

    @Test
    void credentialsComeFromTheAddress() {
        var config = parse(Map.of("schema.registry.url", "http://ada:secret@registry:8081/"));

        assertThat(authorization(config)).isEqualTo("Basic YWRhOnNlY3JldA==");
        assertThat(config.registry().endpoints().getFirst().base()).isEqualTo("http://registry:8081");
    }

    @Test
    void missingUserInfoIsNamed() {
        assertThatThrownBy(() -> parse(Map.of("basic.auth.credentials.source", "USER_INFO")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("basic.auth.user.info");
    }

    private static String authorization(SerdeConfig config) {
        var authorization = config.registry().endpoints().getFirst().authorization();
        return authorization == null ? "" : authorization.value();
    }

    private static SerdeConfig parse(Map<String, String> settings) {
        var all = new HashMap<String, String>(Map.of("schema.registry.url", "http://127.0.0.1:8081"));
        all.putAll(settings);
        return SerdeConfig.parse(all, false);
    }
}
