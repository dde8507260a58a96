package dev.quintet.domain.payment;

import dev.quintet.domain.order.Money;
import dev.quintet.domain.participant.CommandHead;

/**
 * One movement of money.
 *
 * @param amount never negative
 * @param commandId the command that was the cause
 */
public record LedgerEntry(String orderId, String customerId, Movement entry, Money amount, String commandId) {
    static LedgerEntry of(CommandHead cause, Movement entry, Money amount) {
        return new LedgerEntry(cause.orderId(), cause.customerId(), entry, amount, cause.commandId());
    }
}
