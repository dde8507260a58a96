package dev.quintet.domain.order;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a placed order: whether it stands, and why.
 *
 * @param reason why it was refused; null when it was accepted
 * @param placedAt the instant by which it was judged
 * @param policyVersion the version of the promotion that was applied; 0 when none was
 * @param use the tightest limit; null when no limit was looked at
 * @param total what it costs after discount; null when it was refused
 * @param version the version of the order's latest fact; 0 when the verdict left none
 * @param duplicate whether this repeats the verdict of an earlier command with the same id and content
 */
public record Verdict(
        String orderId,
        String customerId,
        @Nullable RefusalReason reason,
        Instant placedAt,
        String promotionId,
        long policyVersion,
        @Nullable LimitUse use,
        @Nullable Money total,
        long version,
        boolean duplicate) {

    public boolean isAccepted() {
        return reason == null;
    }
}
