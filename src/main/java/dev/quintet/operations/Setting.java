package dev.quintet.operations;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Every setting of the services. In a file it has the name given here, in the environment it is called QUINTET_ and the
 * name in capitals with underscores.
 */
enum Setting {
    BOOTSTRAP_SERVERS("bootstrap.servers", null, "HOST:PORT of a broker, or several separated by commas"),
    SCHEMA_REGISTRY_URL("schema.registry.url", null, "URL of the schema registry"),
    CLOCK("clock", "broker", "broker or event"),
    STATE_DIR("state.dir", ".quintet/state", "a folder that can be written"),
    INSTANCE_ID(
            "instance.id",
            null,
            "a name that no other pod has and that survives restarts, 1 to 200 of A-Z a-z 0-9 . _ -"),
    STREAM_THREADS("stream.threads", "2", "1 to 64"),
    STANDBY_REPLICAS("standby.replicas", "0", "0 to 3"),
    COMMIT_INTERVAL_MS("commit.interval.ms", "100", "1 to 60000"),
    HTTP_HOST("http.host", "127.0.0.1", "the address to listen on"),
    HTTP_PORT("http.port", "8080", "0 to 65535, 0 for a free one"),
    HTTP_ADVERTISED(
            "http.advertised",
            "",
            "HOST:PORT under which other pods reach this one; nothing for the address that it listens on"),
    ORDERS_MEMORY_DAYS(
            "orders.memory.days",
            "10",
            "10 to 30, how long the id of an order is known after its verdict; the same for every service"),
    VIEWS_RETENTION_DAYS("views.retention.days", "30", "1 to 3650, how long orders are shown after their end"),
    VIEWS_FACTS_MAX("views.facts.max", "200", "10 to 10000, how many facts of one order are shown"),
    MANAGEMENT_PORT("management.port", "off", "off, or 0 to 65535, 0 for a free one"),
    PRICING_PERIOD_SECONDS("pricing.period.seconds", "60", "1 to 86400"),
    PATIENCE_SECONDS(
            "patience.seconds",
            "60",
            "1 to 3600, how long nothing may come from a broker that is waited for at the start"),
    SMTP_HOST("smtp.host", "127.0.0.1", "the host of an SMTP server that takes mail"),
    SMTP_PORT("smtp.port", "25", "1 to 65535"),
    SMTP_FROM("smtp.from", "orders@quintet.localhost", "the address that mail comes from, ASCII before the @"),
    SMS_FILE("sms.file", ".quintet/sms.jsonl", "a file that takes text messages");

    /** Settings with this prefix go to the Kafka clients as they are, without it. */
    static final String KAFKA_PREFIX = "kafka.";

    final String key;
    final @Nullable String defaultValue;
    final String meaning;

    Setting(String key, @Nullable String defaultValue, String meaning) {
        this.key = key;
        this.defaultValue = defaultValue;
        this.meaning = meaning;
    }

    String environmentVariable() {
        return "QUINTET_" + key.toUpperCase(Locale.ROOT).replace('.', '_');
    }
}
