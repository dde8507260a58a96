package dev.quintet.wire;

import static org.apache.kafka.common.config.ConfigDef.Importance.HIGH;
import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.ValidString;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;
import org.jspecify.annotations.Nullable;

/**
 * The settings of an Avro serde, parsed. The keys are Confluent's, except those that begin with "quintet.".
 *
 * @param autoRegister whether a serializer registers its schema; if not, the subject must have it
 * @param useLatest whether a serializer that does not register prefers the subject's latest version
 */
record SerdeConfig(RegistryConfig registry, SubjectNaming naming, boolean autoRegister, boolean useLatest) {
    static final String URL = "schema.registry.url";
    static final String AUTO_REGISTER = "auto.register.schemas";
    static final String USE_LATEST = "use.latest.version";
    static final String NORMALIZE = "normalize.schemas";
    static final String CREDENTIALS_SOURCE = "basic.auth.credentials.source";
    static final String USER_INFO = "basic.auth.user.info";
    static final String KEY_NAMING = "key.subject.name.strategy";
    static final String VALUE_NAMING = "value.subject.name.strategy";
    static final String RETRY_LIMIT = "quintet.registry.retry.max.ms";
    static final String UNKNOWN_LIMIT = "quintet.registry.unknown.max.ms";
    static final String ATTEMPT_TIMEOUT = "quintet.registry.attempt.timeout.ms";

    private static final long UNKNOWN_LIMIT_MILLIS = 5_000;
    private static final String FROM_SETTING = "USER_INFO";
    private static final String TOPIC_NAME = "TopicNameStrategy";

    private static final ConfigDef SETTINGS = new ConfigDef()
            .define(URL, ConfigDef.Type.LIST, ConfigDef.NO_DEFAULT_VALUE, HIGH, "Addresses of the registry.")
            .define(AUTO_REGISTER, ConfigDef.Type.BOOLEAN, true, MEDIUM, "Register schemas on first use.")
            .define(USE_LATEST, ConfigDef.Type.BOOLEAN, false, LOW, "Prefer the latest version of the subject.")
            .define(NORMALIZE, ConfigDef.Type.BOOLEAN, false, LOW, "Normalize schemas in the registry.")
            .define(
                    CREDENTIALS_SOURCE,
                    ConfigDef.Type.STRING,
                    "URL",
                    ValidString.in("URL", FROM_SETTING),
                    MEDIUM,
                    "Where from.")
            .define(USER_INFO, ConfigDef.Type.PASSWORD, null, MEDIUM, "user:password.")
            .define(KEY_NAMING, ConfigDef.Type.STRING, TOPIC_NAME, MEDIUM, "How subjects of keys are named.")
            .define(VALUE_NAMING, ConfigDef.Type.STRING, TOPIC_NAME, MEDIUM, "How subjects of values are named.")
            .define(RETRY_LIMIT, ConfigDef.Type.LONG, 120_000L, Range.atLeast(0), LOW, "How long to retry.")
            // Half of the time that a transaction may stay open.
            .define(UNKNOWN_LIMIT, ConfigDef.Type.LONG, UNKNOWN_LIMIT_MILLIS, Range.atLeast(0), LOW, "For what is new.")
            .define(
                    ATTEMPT_TIMEOUT,
                    ConfigDef.Type.LONG,
                    5_000L,
                    Range.between(1, 600_000),
                    LOW,
                    "How long one try may take.");

    /**
     * Reads the settings; others are ignored, since a Kafka client's come along.
     *
     * @throws ConfigException naming the setting that is wrong
     */
    static SerdeConfig parse(Map<String, ?> configs, boolean isKey) {
        var settings = new AbstractConfig(SETTINGS, configs, Map.of(), false);
        var userInfo = userInfo(settings);
        var endpoints = settings.getList(URL).stream()
                .map(url -> RegistryEndpoint.parse(URL, url, userInfo))
                .toList();
        if (endpoints.isEmpty()) {
            throw new ConfigException(URL + " must name at least one address of the schema registry");
        }
        var naming = isKey ? KEY_NAMING : VALUE_NAMING;
        return new SerdeConfig(
                new RegistryConfig(
                        endpoints,
                        Duration.ofMillis(settings.getLong(ATTEMPT_TIMEOUT)),
                        Duration.ofMillis(settings.getLong(RETRY_LIMIT)),
                        Duration.ofMillis(Math.min(settings.getLong(UNKNOWN_LIMIT), settings.getLong(RETRY_LIMIT))),
                        settings.getBoolean(NORMALIZE)),
                SubjectNaming.parse(naming, settings.getString(naming)),
                settings.getBoolean(AUTO_REGISTER),
                settings.getBoolean(USE_LATEST));
    }

    /** How long to ask again for what the registry does not know, of settings that may lack everything else. */
    static Duration unknownLimit(Map<String, ?> configs) {
        var limit = configs.get(UNKNOWN_LIMIT);
        return Duration.ofMillis(limit == null ? UNKNOWN_LIMIT_MILLIS : Long.parseLong(limit.toString()));
    }

    private static @Nullable String userInfo(AbstractConfig settings) {
        if (!FROM_SETTING.equals(settings.getString(CREDENTIALS_SOURCE))) {
            return null;
        }
        Password userInfo = settings.getPassword(USER_INFO);
        if (userInfo == null || !userInfo.value().contains(":")) {
            throw new ConfigException(
                    USER_INFO + " must be user:password when " + CREDENTIALS_SOURCE + " is USER_INFO");
        }
        return userInfo.value();
    }
}
