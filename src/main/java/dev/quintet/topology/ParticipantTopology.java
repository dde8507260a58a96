package dev.quintet.topology;

import dev.quintet.domain.participant.Reply;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;

/** What the services of all participants have in common: commands in, replies and dead letters out. */
final class ParticipantTopology {
    static final String SOURCE = "commands-source";
    static final String DECODE = "decode-commands";
    static final String ACT = "carry-out-commands";
    static final String REPLIES = "replies-sink";

    private ParticipantTopology() {}

    /** A topology whose {@link #ACT} gets the commands and answers through {@link Replies}; stores and further sinks are the caller's. */
    static <C> Topology of(
            CommandContract<C> contract,
            ProcessorSupplier<String, C, Object, Object> act,
            String replyTopic,
            Serde<Reply> replies) {
        var topology = RawSource.addTo(new Topology(), SOURCE, contract.topic())
                .addProcessor(DECODE, () -> new DecodeOrBury(new DecodeParticipantCommands<>(contract)), SOURCE)
                .addProcessor(ACT, act, DECODE)
                .addSink(REPLIES, replyTopic, new StringSerializer(), replies.serializer(), ACT);
        return DeadLetters.addSink(topology, DECODE);
    }
}
