package dev.quintet.wire;

import org.apache.kafka.common.config.ConfigException;

/** Under which subject of the registry a schema is kept; Confluent calls it the subject name strategy. */
enum SubjectNaming {
    TOPIC_NAME("TopicNameStrategy"),
    RECORD_NAME("RecordNameStrategy"),
    TOPIC_RECORD_NAME("TopicRecordNameStrategy");

    private static final String CONFLUENT_PACKAGE = "io.confluent.kafka.serializers.subject.";

    private final String confluentClass;

    SubjectNaming(String confluentClass) {
        this.confluentClass = confluentClass;
    }

    /** Reads a setting: the name of Confluent's class, with its package or without. */
    static SubjectNaming parse(String key, String value) {
        for (var naming : values()) {
            if (value.equals(naming.confluentClass) || value.equals(CONFLUENT_PACKAGE + naming.confluentClass)) {
                return naming;
            }
        }
        throw new ConfigException(key, value, "use TopicNameStrategy, RecordNameStrategy or TopicRecordNameStrategy");
    }

    String subject(String topic, boolean isKey, String recordName) {
        return switch (this) {
            case TOPIC_NAME -> topic + (isKey ? "-key" : "-value");
            case RECORD_NAME -> recordName;
            case TOPIC_RECORD_NAME -> topic + "-" + recordName;
        };
    }
}
