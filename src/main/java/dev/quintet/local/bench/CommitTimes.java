package dev.quintet.local.bench;

import dev.quintet.domain.order.OrderEvent;
import dev.quintet.wire.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.common.record.internal.ControlRecordType;
import org.apache.kafka.common.record.internal.FileRecords;
import org.apache.kafka.common.record.internal.Record;
import org.apache.kafka.common.record.internal.RecordBatch;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.utils.Utils;

/**
 * When each fact was committed: the time that the broker gave to the marker at the end of its transaction. No consumer is
 * told that, so it is read from the broker's files.
 */
final class CommitTimes {
    private static final Pattern PARTITION = Pattern.compile(Pattern.quote(Topics.ORDER_EVENTS) + "-\\d+");

    private final Deserializer<OrderEvent> deserializer;
    private final Reader reader;
    private final Map<Long, List<OrderEvent>> open = new HashMap<>();

    private CommitTimes(Deserializer<OrderEvent> deserializer, Reader reader) {
        this.deserializer = deserializer;
        this.reader = reader;
    }

    /** Is told of the facts of each order in their order. */
    @FunctionalInterface
    interface Reader {
        /**
         * Takes the next fact.
         *
         * @param committedMillis by the broker's clock, which is that of this machine
         */
        void take(OrderEvent fact, long committedMillis);
    }

    /** Reads the whole log. Only when nobody writes to it. */
    static void read(BenchPlatform platform, Reader reader) {
        var deserializer = platform.serdes().orderEvent().deserializer();
        try (var folders = Files.walk(platform.folder())) {
            var partitions = folders.filter(folder ->
                            PARTITION.matcher(folder.getFileName().toString()).matches())
                    .toList();
            for (var partition : partitions) {
                var times = new CommitTimes(deserializer, reader);
                for (var segment : segments(partition)) {
                    try (var records = FileRecords.open(segment.toFile(), false)) {
                        times.take(records.batches());
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same of one partition. */
    static void read(Iterable<? extends RecordBatch> batches, Deserializer<OrderEvent> deserializer, Reader reader) {
        new CommitTimes(deserializer, reader).take(batches);
    }

    /** Their names are the offsets that they begin with, in 20 digits. */
    private static List<Path> segments(Path partition) throws IOException {
        try (var files = Files.list(partition)) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .sorted()
                    .toList();
        }
    }

    private void take(Iterable<? extends RecordBatch> batches) {
        for (var batch : batches) {
            if (batch.isControlBatch()) {
                end(batch);
            } else {
                var facts = open.computeIfAbsent(batch.producerId(), _ -> new ArrayList<>());
                batch.forEach(record -> facts.add(fact(record)));
            }
        }
    }

    private void end(RecordBatch marker) {
        var facts = open.remove(marker.producerId());
        boolean isCommitted = ControlRecordType.parse(marker.iterator().next().key()) == ControlRecordType.COMMIT;
        if (facts != null && isCommitted) {
            facts.forEach(fact -> reader.take(fact, marker.maxTimestamp()));
        }
    }

    private OrderEvent fact(Record record) {
        return deserializer.deserialize(Topics.ORDER_EVENTS, Utils.toArray(record.value()));
    }
}
