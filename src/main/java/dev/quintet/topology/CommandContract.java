package dev.quintet.topology;

import dev.quintet.domain.participant.CommandHead;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;

/**
 * The commands of one participant: where they come from, and what a record of them must keep to.
 *
 * @param head which command it is, and for whom
 * @param key what the record's key must be
 * @param belongsToOrder whether the command must name an order and its customer
 * @param problem what else can't be so in a command; null when nothing is
 */
record CommandContract<C>(
        String topic,
        Serde<C> commands,
        Function<C, CommandHead> head,
        Function<C, String> key,
        Predicate<C> belongsToOrder,
        Function<C, @Nullable String> problem) {}
