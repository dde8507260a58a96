package dev.quintet.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ResidentMemoryTest {
    @Test
    void theMostThatAProcessHadIsInMegabytes() {
        // given
        var status = Stream.of("Name:\tjava", "VmPeak:\t  9000000 kB", "VmHWM:\t  500000 kB", "VmRSS:\t  400000 kB");

        // then
        assertThat(ResidentMemory.most(status)).isEqualTo(512.0);
    }

    @Test
    void whereItIsNotToldItIsNotKnown() {
        assertThat(ResidentMemory.most(Stream.of("Name:\tjava"))).isNull();
    }
}
