package dev.quintet.domain.payment;

import dev.quintet.domain.participant.CommandHead;

/** A command to the payment provider. */
public record PaymentCommand(CommandHead head, PaymentRequest request) {}
