package dev.quintet.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.quintet.domain.order.MenuItem;
import dev.quintet.domain.pricing.Listing;
import dev.quintet.wire.Headers;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** The menu as this process has read it, with what each price was decided from. Filled by one thread, read by any. */
final class MenuListings {
    private final Map<String, Listing> listings = new ConcurrentHashMap<>();

    /** Takes a record of the menu; its offset is its version. */
    void put(String itemId, Record<byte[], byte[]> record, long offset, @Nullable MenuItem item) {
        listings.compute(
                itemId, (_, before) -> Listing.after(before, item, offset, basedOn(record), record.timestamp()));
    }

    Map<String, Listing> all() {
        return listings;
    }

    /** Whether an item's price may move. */
    boolean isBounded(String itemId) {
        var listing = listings.get(itemId);
        return listing != null && listing.item() != null && listing.item().bounds() != null;
    }

    /** The headers of a price that was decided from a listing. */
    static RecordHeaders basedOn(Listing listing) {
        var headers = new RecordHeaders();
        headers.add(Headers.BASED_ON, String.valueOf(listing.version()).getBytes(UTF_8));
        return headers;
    }

    /** A header that is no number is nobody's of ours: then a person published. */
    private static @Nullable Long basedOn(Record<?, ?> record) {
        var header = record.headers().lastHeader(Headers.BASED_ON);
        if (header == null || header.value() == null) {
            return null;
        }
        try {
            return Long.valueOf(new String(header.value(), UTF_8));
        } catch (NumberFormatException _) {
            return null;
        }
    }
}
