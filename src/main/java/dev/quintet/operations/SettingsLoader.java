package dev.quintet.operations;

import dev.quintet.domain.shipping.MailAddress;
import dev.quintet.wire.Clock;
import dev.quintet.wire.HostPort;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Reads {@link Settings}: the command line beats the environment, which beats the file, which beats the defaults. */
public final class SettingsLoader {

    private final Map<String, String> values = new HashMap<>();

    private SettingsLoader() {}

    /**
     * Loads the settings.
     *
     * @param file a properties file, or null
     * @param commandLine values by setting name
     * @throws SettingException when one is missing, unknown or can't be used
     */
    public static Settings load(@Nullable Path file, Map<String, String> environment, Map<String, String> commandLine) {
        var loader = new SettingsLoader();
        for (var setting : Setting.values()) {
            if (setting.defaultValue != null) {
                loader.values.put(setting.key, setting.defaultValue);
            }
        }
        if (file != null) {
            loader.addFile(file);
        }
        loader.values.putAll(EnvironmentSettings.of(environment));
        loader.values.putAll(commandLine);
        return loader.settings();
    }

    private void addFile(Path file) {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new SettingException("--config " + file, "can't be read as a properties file");
        }
        for (var key : properties.stringPropertyNames()) {
            if (!isKnown(key)) {
                throw new SettingException(key, "no such setting (in " + file + ")");
            }
            values.put(key, properties.getProperty(key).strip());
        }
    }

    private static boolean isKnown(String key) {
        if (key.startsWith(Setting.KAFKA_PREFIX)) {
            return true;
        }
        for (var setting : Setting.values()) {
            if (setting.key.equals(key)) {
                return true;
            }
        }
        return false;
    }

    private Settings settings() {
        return new Settings(
                text(Setting.BOOTSTRAP_SERVERS),
                text(Setting.SCHEMA_REGISTRY_URL),
                clock(),
                Path.of(text(Setting.STATE_DIR)),
                instanceId(),
                number(Setting.STREAM_THREADS, 1, 64),
                number(Setting.STANDBY_REPLICAS, 0, 3),
                Duration.ofMillis(number(Setting.COMMIT_INTERVAL_MS, 1, 60_000)),
                text(Setting.HTTP_HOST),
                number(Setting.HTTP_PORT, 0, 65_535),
                advertised(),
                Duration.ofDays(number(Setting.ORDERS_MEMORY_DAYS, 10, 30)),
                Duration.ofDays(number(Setting.VIEWS_RETENTION_DAYS, 1, 3_650)),
                number(Setting.VIEWS_FACTS_MAX, 10, 10_000),
                isOff(Setting.MANAGEMENT_PORT) ? null : number(Setting.MANAGEMENT_PORT, 0, 65_535),
                Duration.ofSeconds(number(Setting.PRICING_PERIOD_SECONDS, 1, 86_400)),
                Duration.ofSeconds(number(Setting.PATIENCE_SECONDS, 1, 3_600)),
                text(Setting.SMTP_HOST),
                number(Setting.SMTP_PORT, 1, 65_535),
                smtpFrom(),
                Path.of(text(Setting.SMS_FILE)),
                kafka());
    }

    private String text(Setting setting) {
        var value = values.get(setting.key);
        if (value == null || value.isBlank()) {
            throw new SettingException(setting.key, "is missing; it must be " + setting.meaning);
        }
        return value;
    }

    private String instanceId() {
        if (!values.containsKey(Setting.INSTANCE_ID.key)) {
            var name = InstanceName.ofHost(Path.of(text(Setting.STATE_DIR)));
            if (name != null) {
                return name;
            }
        }
        if (!InstanceName.isOne(text(Setting.INSTANCE_ID))) {
            throw mustBe(Setting.INSTANCE_ID);
        }
        return text(Setting.INSTANCE_ID);
    }

    private int number(Setting setting, int min, int max) {
        try {
            int value = Integer.parseInt(text(setting));
            if (value >= min && value <= max) {
                return value;
            }
        } catch (NumberFormatException _) {
            // Told below, together with numbers out of range.
        }
        throw mustBe(setting);
    }

    private boolean isOff(Setting setting) {
        return text(setting).equalsIgnoreCase("off");
    }

    /** Kafka Streams tells it to the other pods, and refuses what it cannot read only at their first question. */
    private String advertised() {
        var value = values.getOrDefault(Setting.HTTP_ADVERTISED.key, "").strip();
        if (!value.isEmpty() && HostPort.parse(value).isEmpty()) {
            throw mustBe(Setting.HTTP_ADVERTISED);
        }
        return value;
    }

    /** Found at the start, because a mail server that refuses our own address is waited for. */
    private String smtpFrom() {
        var value = text(Setting.SMTP_FROM);
        if (MailAddress.problem(value) != null || MailAddress.parse(value).needsUtf8()) {
            throw mustBe(Setting.SMTP_FROM);
        }
        return value;
    }

    private Clock clock() {
        return switch (text(Setting.CLOCK).toLowerCase(Locale.ROOT)) {
            case "broker" -> Clock.BROKER;
            case "event" -> Clock.EVENT;
            default -> throw mustBe(Setting.CLOCK);
        };
    }

    private SettingException mustBe(Setting setting) {
        return new SettingException(
                setting.key, "is \"" + values.get(setting.key) + "\"; it must be " + setting.meaning);
    }

    private Map<String, String> kafka() {
        var kafka = new HashMap<String, String>();
        values.forEach((key, value) -> {
            if (key.startsWith(Setting.KAFKA_PREFIX)) {
                kafka.put(key.substring(Setting.KAFKA_PREFIX.length()), value);
            }
        });
        return kafka;
    }
}
