package dev.quintet.topology;

import dev.quintet.domain.limit.SlotWindow;
import dev.quintet.domain.saga.Progress.SlotFate;
import dev.quintet.domain.saga.Purchase;
import org.apache.kafka.streams.state.WindowStore;

/** Confirms and releases the slots of accepted orders, in the store that admission reads. */
final class SlotChanges {
    private final WindowStore<String, SlotWindow> windows;

    SlotChanges(WindowStore<String, SlotWindow> windows) {
        this.windows = windows;
    }

    /** Does nothing when the slot's window has expired: then nobody counts it any more. */
    void apply(Purchase purchase, SlotFate fate) {
        if (fate == SlotFate.UNCHANGED) {
            return;
        }
        long start = SlotWindow.startOf(purchase.placedAt());
        var window = windows.fetch(purchase.customerId(), start);
        if (window != null) {
            var change =
                    fate == SlotFate.CONFIRM ? window.confirm(purchase.orderId()) : window.release(purchase.orderId());
            LimitSlots.write(windows, purchase.customerId(), start, change);
        }
    }
}
