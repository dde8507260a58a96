package dev.quintet.domain.stock;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a command that belongs to no order ended. Nobody is sent a reply to it, so whoever sent it reads this beside the level.
 *
 * @param mark which command it was, and with which content
 * @param reason why it was not done and never will be, in capitals as TOO_MANY_ITEMS; null when it was done
 */
public record SupplyOutcome(String mark, @Nullable String reason) {
    private static final int MARK_BYTES = 16;

    /** The mark of a command: 32 hex digits, however long its id is. The same id with another content has another mark. */
    public static String mark(String commandId, StockRequest request) {
        var content = switch (request) {
            case StockRequest.Replenish(var lines) -> {
                var text = new StringBuilder("replenish");
                lines.forEach(line ->
                        text.append('\n').append(line.itemId()).append('\n').append(line.quantity()));
                yield text.toString();
            }
            case StockRequest.SetCapacity(var orders, long slotMillis) ->
                String.join("\n", List.of("set-capacity", String.valueOf(orders), String.valueOf(slotMillis)));
            case StockRequest.Reserve _, StockRequest.Release _ ->
                throw new IllegalArgumentException("A command of an order is answered by a reply");
        };
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest((commandId + "\n" + content).getBytes(UTF_8));
            return HexFormat.of().formatHex(hash, 0, MARK_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
