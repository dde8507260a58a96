package dev.quintet.domain.stock;

import dev.quintet.domain.participant.CommandHead;

/** A command to the stock of an outlet. */
public record StockCommand(CommandHead head, String outletId, StockRequest request) {}
