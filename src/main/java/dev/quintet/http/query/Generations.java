package dev.quintet.http.query;

import java.util.List;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.state.HostInfo;
import org.jspecify.annotations.Nullable;

/** The generations of the views that run on this pod. While one takes over from another there are two. */
public interface Generations {
    /** Those that answer: the one that is served first, then those it took over from. None until one was started. */
    List<Views> answering();

    /** One by its name, also while it is not served yet; null when it does not run here. */
    @Nullable
    Views named(String name);

    /**
     * A running generation.
     *
     * @param name what the other pods know it by too
     * @param self the address under which the other pods know this one
     */
    record Views(String name, KafkaStreams streams, HostInfo self) {}

    /** Of a pod without views. */
    Generations NONE = new Generations() {
        @Override
        public List<Views> answering() {
            return List.of();
        }

        @Override
        public @Nullable Views named(String name) {
            return null;
        }
    };
}
