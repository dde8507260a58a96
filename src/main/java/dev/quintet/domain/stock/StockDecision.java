package dev.quintet.domain.stock;

import dev.quintet.domain.participant.Reply;

/**
 * What an outlet does with a command.
 *
 * @param level what it has from now on
 * @param reservation what it remembers from now on
 */
public record StockDecision(StockLevel level, Reservation reservation, Reply reply) {}
