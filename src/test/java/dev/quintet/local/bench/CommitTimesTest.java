package dev.quintet.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.domain.order.OrderEvent;
import dev.quintet.domain.order.OrderFact;
import dev.quintet.wire.StubRegistry;
import dev.quintet.wire.Topics;
import dev.quintet.wire.WireSerdes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.record.internal.ControlRecordType;
import org.apache.kafka.common.record.internal.EndTransactionMarker;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.RecordBatch;
import org.apache.kafka.common.record.internal.SimpleRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

final class CommitTimesTest {
    private static final StubRegistry REGISTRY = StubRegistry.start();
    private static final WireSerdes SERDES = new WireSerdes(REGISTRY.configs());
    private static final short EPOCH = 0;

    private final List<String> committed = new ArrayList<>();

    @AfterAll
    static void stopRegistry() {
        REGISTRY.close();
    }

    @Test
    void aFactIsCommittedWhenTheMarkerOfItsProducerIsWritten() {
        // when
        read(
                facts(7, fact("o-1", 1), fact("o-2", 1)),
                facts(8, fact("o-3", 1)),
                facts(7, fact("o-1", 2)),
                end(8, ControlRecordType.COMMIT, 2_000),
                end(7, ControlRecordType.COMMIT, 3_000));

        // then
        assertThat(committed).containsExactly("o-3/1 2000", "o-1/1 3000", "o-2/1 3000", "o-1/2 3000");
    }

    @Test
    void whatWasRolledBackWasNeverCommitted() {
        // when
        read(
                facts(7, fact("o-1", 1)),
                end(7, ControlRecordType.ABORT, 2_000),
                facts(7, fact("o-1", 1)),
                end(7, ControlRecordType.COMMIT, 3_000),
                facts(7, fact("o-1", 2)));

        // then
        assertThat(committed).containsExactly("o-1/1 3000");
    }

    private void read(MemoryRecords... log) {
        List<RecordBatch> batches = new ArrayList<>();
        Stream.of(log).forEach(records -> records.batches().forEach(batches::add));
        CommitTimes.read(
                batches,
                SERDES.orderEvent().deserializer(),
                (fact, millis) -> committed.add(fact.orderId() + "/" + fact.version() + " " + millis));
    }

    private static MemoryRecords facts(long producer, SimpleRecord... facts) {
        return MemoryRecords.withTransactionalRecords(Compression.lz4().build(), producer, EPOCH, 0, facts);
    }

    private static MemoryRecords end(long producer, ControlRecordType type, long millis) {
        return MemoryRecords.withEndTransactionMarker(0, millis, 0, producer, EPOCH, new EndTransactionMarker(type, 0));
    }

    private static SimpleRecord fact(String orderId, long version) {
        var event = new OrderEvent(
                orderId, version, "c-1", Instant.EPOCH, new OrderEvent.Cause("x", 0, 0), new OrderFact.Confirmed());
        return new SimpleRecord(1_000, SERDES.orderEvent().serializer().serialize(Topics.ORDER_EVENTS, event));
    }
}
