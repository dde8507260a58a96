package dev.quintet.verb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A verb notices that nobody reads what it prints, or that there is no room for it. */
final class OutputIT {
    private static final long HANG_MINUTES = 3;

    @Test
    void outputToAFullDeviceIsAFailure() throws Exception {
        var full = new File("/dev/full");
        assumeTrue(full.exists());
        var process = start("topology", ProcessBuilder.Redirect.to(full));
        var told = new String(process.getErrorStream().readAllBytes(), UTF_8);
        assertThat(exitCode(process)).isEqualTo(1);
        assertThat(told).contains("quintet: the output could not be written");
    }

    @Test
    void whoHasReadEnoughIsNoFailure() throws Exception {
        var process = start("topology", ProcessBuilder.Redirect.PIPE);
        process.getInputStream().close();
        assertThat(new String(process.getErrorStream().readAllBytes(), UTF_8)).doesNotContain("quintet: ");
        assertThat(exitCode(process)).isZero();
    }

    /** As {@code quintet platform | head -1} on a quiet system: nothing is printed any more, so nothing would fail. */
    @Test
    void aVerbThatWaitsEndsWhenWhoReadItIsGone() throws Exception {
        var process = start("tail-of-nothing", ProcessBuilder.Redirect.PIPE);
        assertThat(process.getInputStream().read()).isEqualTo('r');
        assertThat(process.isAlive()).isTrue();
        process.getInputStream().close();
        assertThat(exitCode(process)).isZero();
    }

    private static int exitCode(Process process) throws InterruptedException {
        assertThat(process.waitFor(HANG_MINUTES, TimeUnit.MINUTES)).isTrue();
        return process.exitValue();
    }

    private static Process start(String verb, ProcessBuilder.Redirect output) throws IOException {
        boolean isVerb = !verb.equals("tail-of-nothing");
        var command = List.of(
                System.getProperty("java.home") + "/bin/java",
                "--enable-native-access=ALL-UNNAMED",
                "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=dev.quintet.wire.avro",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                isVerb ? "dev.quintet.Quintet" : WaitingVerb.class.getName(),
                verb);
        return new ProcessBuilder(command).redirectOutput(output).start();
    }
}
