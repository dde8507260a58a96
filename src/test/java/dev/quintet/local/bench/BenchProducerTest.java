package dev.quintet.local.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

final class BenchProducerTest {
    private final MockProducer<String, String> broker =
            new MockProducer<>(false, null, new StringSerializer(), new StringSerializer());
    private final BenchProducer<String> producer = new BenchProducer<>(broker);

    @Test
    void recordsThatWereTakenAreNoMatter() {
        producer.send(new ProducerRecord<>("topic", "key", "value"));
        broker.completeNext();

        assertThatCode(producer::close).doesNotThrowAnyException();
        assertThat(broker.history()).hasSize(1);
    }

    @Test
    void recordThatWasNotTakenIsTold() {
        // given
        var cause = new TimeoutException("no broker");
        producer.send(new ProducerRecord<>("topic", "key", "first"));
        producer.send(new ProducerRecord<>("topic", "key", "second"));

        // when
        broker.errorNext(cause);
        broker.completeNext();

        // then
        assertThatIllegalStateException().isThrownBy(producer::requireTaken).withCause(cause);
        assertThatIllegalStateException().isThrownBy(producer::close).withCause(cause);
        assertThat(broker.closed()).isTrue();
    }
}
