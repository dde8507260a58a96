package dev.quintet.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;

/** K1: what outlets say they have, against what was brought and what was sold. By outlet and item, as {@code akaso-1/classic}. */
record StockSums(Map<String, Level> levels) {

    /** What there is of one item at one outlet. */
    record Level(long onHand, long reserved) {}

    /** The last word of each outlet. */
    static StockSums read(CommittedRecords records) {
        var levels = new HashMap<String, Level>();
        for (var outlet : records.read("stock.levels")) {
            for (var item : (List<?>) outlet.get("items")) {
                var level = (GenericRecord) item;
                levels.put(
                        outlet.get("outletId") + "/" + level.get("itemId"),
                        new Level((long) level.get("onHand"), (long) level.get("reserved")));
            }
        }
        return new StockSums(levels);
    }

    /** What was sold is reserved for good, and the rest of what was brought is there. */
    void assertBalances(Map<String, Long> brought, Map<String, Long> sold) {
        assertThat(levels.keySet()).isEqualTo(brought.keySet());
        brought.forEach((what, quantity) -> {
            long gone = sold.getOrDefault(what, 0L);
            assertThat(levels.get(what)).as(what).isEqualTo(new Level(quantity - gone, gone));
        });
    }
}
