package dev.quintet.mail;

import dev.quintet.domain.notification.Channel;
import dev.quintet.wire.Topics;
import dev.quintet.wire.WireSerdes;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the committed messages of the outbox, in the order of their partitions, on a thread of its own. While a sender is
 * away it waits and tries again, and stays in its group meanwhile: orders go on, and their messages follow.
 */
public final class OutboxDispatcher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxDispatcher.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration CLOSE_WAIT = Duration.ofSeconds(30);

    private final Consumer<byte[], byte[]> consumer;
    private final ConfirmedProducer producer;
    private final SentMessages sent;
    private final OutboxLag lag;
    private final Map<Channel, MessageSender> senders;
    private final Delivery delivery;
    private final DispatchCounts counts = new DispatchCounts();
    private final SendPause pause = new SendPause();
    private final Thread thread;
    private volatile boolean open = true;

    /** Whether another process may have sent something that this one has not read of. */
    private boolean stale = true;

    private OutboxDispatcher(Map<String, ?> clientConfigs, WireSerdes serdes, Map<Channel, MessageSender> senders) {
        this.senders = senders;
        consumer = OutboxConsumer.open(clientConfigs);
        producer = new ConfirmedProducer(clientConfigs, Topics.DEAD_LETTER_BYTES_MAX);
        sent = new SentMessages(clientConfigs, serdes, producer);
        lag = new OutboxLag(clientConfigs, OutboxConsumer.GROUP);
        delivery =
                new Delivery(serdes.outboxMessage().deserializer(), senders, sent, new UnsentLetters(producer), counts);
        thread = Thread.ofPlatform().name("outbox-dispatcher").daemon().unstarted(this::run);
    }

    /** Starts to send mail over SMTP and text messages to a file. */
    public static OutboxDispatcher start(Map<String, ?> clientConfigs, WireSerdes serdes, MailConfig config) {
        return start(
                clientConfigs,
                serdes,
                Map.of(Channel.EMAIL, new SmtpSender(config), Channel.SMS, new FileSender(config.smsFile())));
    }

    /** Starts to send; the senders are closed with it. */
    static OutboxDispatcher start(
            Map<String, ?> clientConfigs, WireSerdes serdes, Map<Channel, MessageSender> senders) {
        var dispatcher = new OutboxDispatcher(clientConfigs, serdes, senders);
        dispatcher.thread.start();
        return dispatcher;
    }

    private void run() {
        OutboxConsumer.subscribe(consumer, () -> stale = true, lag::assigned);
        while (open) {
            try {
                dispatch();
            } catch (WakeupException | InterruptException _) {
                LOG.debug("woken up");
            } catch (SenderUnavailableException | RuntimeException e) {
                // Whatever it is: a dispatcher that ends would leave every customer without a message, and nobody would
                // know.
                counts.postponed();
                if (pause.begin()) {
                    LOG.warn("messages wait: {}", e.getMessage());
                }
                consumer.pause(consumer.assignment());
            }
        }
        senders.values().forEach(MessageSender::close);
        sent.close();
        lag.close();
        producer.close();
        consumer.close();
    }

    private void dispatch() throws SenderUnavailableException {
        var wait = pause.left();
        if (wait.isZero()) {
            consumer.resume(consumer.paused());
        }
        var records = consumer.poll(wait.isZero() || wait.compareTo(POLL) > 0 ? POLL : wait);
        if (records.isEmpty()) {
            return;
        }
        var settled = new HashMap<TopicPartition, OffsetAndMetadata>();
        try {
            if (stale) {
                sent.catchUp(consumer.assignment());
                stale = false;
            }
            settle(records, settled);
        } finally {
            OutboxConsumer.goBackTo(consumer, records, settled);
        }
        consumer.commitSync(settled);
    }

    private void settle(ConsumerRecords<byte[], byte[]> records, Map<TopicPartition, OffsetAndMetadata> settled)
            throws SenderUnavailableException {
        for (var partition : records.partitions()) {
            for (var record : records.records(partition)) {
                if (!open) {
                    return;
                }
                delivery.settle(record);
                settled.put(partition, new OffsetAndMetadata(record.offset() + 1));
                if (pause.end()) {
                    LOG.info("messages are sent again");
                }
            }
        }
    }

    /** What became of messages so far. */
    public DispatchCounts counts() {
        return counts;
    }

    /** The metrics of the client that reads the outbox. */
    public Map<MetricName, ? extends Metric> metrics() {
        return consumer.metrics();
    }

    /** Messages that are committed to the outbox and not settled, of the partitions that this process has, by topic. */
    public Map<String, Long> lag() {
        return lag.byTopic();
    }

    /** {@code SENDING}, {@code WAITING} while messages can't be sent now, or {@code STOPPED}. */
    public String state() {
        return !thread.isAlive() ? "STOPPED" : isWaiting() ? "WAITING" : "SENDING";
    }

    /** False once its thread has died of what is no exception: nothing is sent until the process starts again. */
    public boolean isLive() {
        return thread.isAlive() || !open;
    }

    /** Whether messages wait because they can't be sent now. */
    public boolean isWaiting() {
        return pause.hasBegun();
    }

    /** Sends what it is sending, and leaves the rest for the next start. */
    @Override
    public void close() {
        open = false;
        consumer.wakeup();
        try {
            thread.join(CLOSE_WAIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
