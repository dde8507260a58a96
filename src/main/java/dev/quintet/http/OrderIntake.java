package dev.quintet.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.quintet.domain.order.OrderCommand;
import dev.quintet.domain.order.PlaceOrder;
import dev.quintet.domain.order.Verdict;
import dev.quintet.wire.Headers;
import dev.quintet.wire.Patience;
import dev.quintet.wire.RegistryRefusedException;
import dev.quintet.wire.RegistryUnavailableException;
import dev.quintet.wire.Topics;
import dev.quintet.wire.WireSerdes;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends orders to Kafka and completes each with its committed verdict. Safe for any number of threads. */
public final class OrderIntake implements OrderPlacement, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OrderIntake.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final Producer<String, OrderCommand> producer;
    private final AwaitedVerdicts awaited;
    private final VerdictReader reader;
    private final String session = UUID.randomUUID().toString();
    private final AtomicLong requests = new AtomicLong();
    private volatile boolean introduced;
    private volatile boolean closed;

    private OrderIntake(Producer<String, OrderCommand> producer, AwaitedVerdicts awaited, VerdictReader reader) {
        this.producer = producer;
        this.awaited = awaited;
        this.reader = reader;
    }

    /**
     * Opens an intake. It reads verdicts from here on, so none of its own can be missed.
     *
     * @param clientConfigs what every Kafka client needs, bootstrap.servers at the least
     * @param instanceId decides which partition of the verdicts is read; two that share one do not disturb each other
     * @throws IntakeUnavailableException when no broker answers, or one without the topics
     */
    public static OrderIntake open(Map<String, ?> clientConfigs, WireSerdes serdes, String instanceId) {
        var impatient = serdes.withRegistryPatience(PromptProducer.REGISTRY_PATIENCE);
        var intake =
                open(PromptProducer.configs(clientConfigs), clientConfigs, impatient, instanceId, Patience.usual());
        Thread.ofVirtual().name("introduce-orders").start(() -> intake.introduceOrders(impatient));
        return intake;
    }

    /**
     * Opens an intake for whoever has more time than a caller over HTTP: a send is tried for as long as the patience
     * lasts at the longest, and orders of one customer stay in the order in which they were placed, whatever the broker
     * goes through meanwhile.
     */
    public static OrderIntake openPatiently(
            Map<String, ?> clientConfigs, WireSerdes serdes, String instanceId, Patience patience) {
        return open(PatientProducer.configs(clientConfigs, patience), clientConfigs, serdes, instanceId, patience);
    }

    private static OrderIntake open(
            Map<String, Object> producerConfigs,
            Map<String, ?> clientConfigs,
            WireSerdes serdes,
            String instanceId,
            Patience patience) {
        var awaited = new AwaitedVerdicts();
        var reader = VerdictReader.start(clientConfigs, serdes.verdict().deserializer(), instanceId, awaited, patience);
        var producer = new KafkaProducer<>(
                producerConfigs, new StringSerializer(), serdes.orderCommand().serializer());
        var intake = new OrderIntake(producer, awaited, reader);
        intake.meetTheBroker(patience);
        return intake;
    }

    /** Finds the leaders of the partitions now, so that the first order does not have to. */
    private void meetTheBroker(Patience patience) {
        var wait = patience.begin("the partitions of " + Topics.ORDER_COMMANDS);
        while (true) {
            try {
                producer.partitionsFor(Topics.ORDER_COMMANDS);
                return;
            } catch (KafkaException e) {
                if (wait.isOver()) {
                    close();
                    throw new IntakeUnavailableException(
                            "Topic " + Topics.ORDER_COMMANDS + " can't be reached: is it there (quintet topics check)?",
                            e);
                }
            }
        }
    }

    /** However long the registry is away: it is asked with every order as well. */
    private void introduceOrders(WireSerdes serdes) {
        while (!introduced && !closed) {
            try {
                serdes.introduceOrders();
                introduced = true;
            } catch (RegistryUnavailableException | RegistryRefusedException e) {
                LOG.warn("the schema registry does not know the schema of orders yet: {}", e.getMessage());
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    /** Whether an order can be sent now without waiting for the registry. */
    public boolean isWarm() {
        return introduced;
    }

    @Override
    public Placed place(PlaceOrder order) {
        return send(order, null);
    }

    /**
     * Sends an order with a time of its own, for a system on the event clock.
     *
     * @throws IllegalArgumentException when the time is before 1970, which no record can have
     */
    public Placed place(PlaceOrder order, Instant placedAt) {
        return send(order, placedAt);
    }

    @Override
    public void send(OrderCommand command) throws InterruptedException {
        try {
            var record = new ProducerRecord<>(Topics.ORDER_COMMANDS, command.customerId(), command);
            producer.send(record).get(PromptProducer.SEND_MAX.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException | KafkaException | IllegalStateException e) {
            throw new IntakeUnavailableException("Kafka did not take the command: " + e.getMessage(), e);
        }
    }

    private Placed send(PlaceOrder order, @Nullable Instant placedAt) {
        var correlationId = session + "-" + requests.incrementAndGet();
        var record = new ProducerRecord<String, OrderCommand>(
                Topics.ORDER_COMMANDS,
                null,
                placedAt == null ? null : placedAt.toEpochMilli(),
                order.customerId(),
                order,
                headers(correlationId));
        var acknowledged = new CompletableFuture<Void>();
        CompletableFuture<Verdict> verdict;
        try {
            verdict = awaited.await(correlationId);
        } catch (IntakeUnavailableException e) {
            return new Placed(CompletableFuture.failedFuture(e), CompletableFuture.failedFuture(e));
        }
        try {
            var _ = producer.send(record, (_, failure) -> {
                if (failure == null) {
                    acknowledged.complete(null);
                } else {
                    fail(failure, acknowledged, verdict);
                }
            });
        } catch (KafkaException | IllegalStateException e) {
            fail(e, acknowledged, verdict);
        }
        return new Placed(acknowledged, verdict);
    }

    private RecordHeaders headers(String correlationId) {
        var headers = new RecordHeaders();
        headers.add(Headers.REPLY_PARTITION, String.valueOf(reader.partition()).getBytes(UTF_8));
        headers.add(Headers.CORRELATION_ID, correlationId.getBytes(UTF_8));
        return headers;
    }

    private static void fail(
            Exception cause, CompletableFuture<Void> acknowledged, CompletableFuture<Verdict> verdict) {
        var unavailable = new IntakeUnavailableException("Kafka did not take the order: " + cause.getMessage(), cause);
        // In this order, so that who sees that it was not acknowledged sees that nobody waits any more.
        verdict.completeExceptionally(unavailable);
        acknowledged.completeExceptionally(unavailable);
    }

    /** The metrics of the client that sends orders. */
    public Map<MetricName, ? extends Metric> producerMetrics() {
        return producer.metrics();
    }

    /** The metrics of the client that reads verdicts. */
    public Map<MetricName, ? extends Metric> consumerMetrics() {
        return reader.metrics();
    }

    /** How many wait for a verdict now. */
    int waiting() {
        return awaited.size();
    }

    /** How many verdicts were skipped because nobody could read them. */
    long unreadableVerdicts() {
        return reader.unreadable();
    }

    @Override
    public void close() {
        closed = true;
        producer.close(CLOSE_TIMEOUT);
        reader.close();
        awaited.giveUp(new IntakeUnavailableException("The intake was closed before the verdict came", null));
    }
}
