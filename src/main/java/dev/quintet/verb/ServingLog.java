package dev.quintet.verb;

import dev.quintet.operations.TopicProvisioning;
import dev.quintet.wire.BrokerAnswers;
import dev.quintet.wire.Patience;
import dev.quintet.wire.Topics;
import dev.quintet.wire.ViewsGeneration;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which generation of the views is to be served, as the topic says, and says next. For one thread. */
final class ServingLog implements AutoCloseable {
    static final String KEY = "views";

    private static final Logger LOG = LoggerFactory.getLogger(ServingLog.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final TopicPartition ALL = new TopicPartition(Topics.VIEWS_SERVING, 0);

    private final Consumer<String, String> consumer;
    private ViewsGeneration served = ViewsGeneration.FIRST;

    private ServingLog(Map<String, Object> clientConfigs) {
        var configs = new HashMap<>(clientConfigs);
        configs.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        configs.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        configs.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        consumer = new KafkaConsumer<>(configs, new StringDeserializer(), new StringDeserializer());
        consumer.assign(List.of(ALL));
        consumer.seekToBeginning(List.of(ALL));
    }

    /** Opens it and reads what it says until now. The topic must be there. */
    static ServingLog open(Map<String, Object> clientConfigs, Patience patience) {
        var log = new ServingLog(clientConfigs);
        try {
            log.readToEnd(patience);
            return log;
        } catch (RuntimeException e) {
            log.close();
            throw e;
        }
    }

    private void readToEnd(Patience patience) {
        long end = BrokerAnswers.ask(
                consumer,
                patience,
                time -> consumer.endOffsets(List.of(ALL), time).getOrDefault(ALL, 0L));
        var wait = patience.begin("the end of " + Topics.VIEWS_SERVING, BrokerAnswers.signOf(consumer::metrics));
        while (BrokerAnswers.ask(consumer, patience, time -> consumer.position(ALL, time)) < end) {
            var _ = readOn(POLL);
            wait.goOn();
        }
    }

    /** The generation that is served now, in a cluster that may have no topics yet. */
    static ViewsGeneration served(BrokerAnswers answers, Map<String, Object> clientConfigs)
            throws InterruptedException {
        if (!TopicProvisioning.has(answers, Topics.VIEWS_SERVING)) {
            return ViewsGeneration.FIRST;
        }
        try (var log = open(clientConfigs, answers.patience())) {
            return log.served;
        }
    }

    /** Has a generation served, by every pod. */
    static void publish(Map<String, Object> clientConfigs, ViewsGeneration generation) throws InterruptedException {
        var configs = new HashMap<>(clientConfigs);
        configs.put(ProducerConfig.ACKS_CONFIG, "all");
        try (var producer = new KafkaProducer<>(configs, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(Topics.VIEWS_SERVING, KEY, generation.name()))
                    .get();
        } catch (ExecutionException e) {
            throw new VerbException(Topics.VIEWS_SERVING + " does not take " + generation + ": " + e.getMessage());
        }
    }

    /** What is to be served, once there is something new to read, or after the time. */
    ViewsGeneration readOn(Duration patience) {
        for (var record : consumer.poll(patience)) {
            served = after(served, record);
        }
        return served;
    }

    /** What is to be served after a record: one that names no generation changes nothing. */
    static ViewsGeneration after(ViewsGeneration before, ConsumerRecord<String, String> record) {
        if (!KEY.equals(record.key())) {
            LOG.warn("{}: nobody knows the key {}, which changes nothing", record.topic(), record.key());
            return before;
        }
        if (record.value() == null) {
            return ViewsGeneration.FIRST;
        }
        try {
            return new ViewsGeneration(record.value());
        } catch (IllegalArgumentException e) {
            LOG.warn("{}: {}; {} stays", record.topic(), e.getMessage(), before);
            return before;
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
