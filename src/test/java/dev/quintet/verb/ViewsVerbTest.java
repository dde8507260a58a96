package dev.quintet.verb;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** What is wrong before any broker is asked. */
final class ViewsVerbTest {
    private final CommandLine views = new CommandLine(new ViewsVerb());

    @ParameterizedTest
    @CsvSource({"rebuild,--as", "drop,--generation"})
    void nameThatIsNoneIsRefused(String verb, String option) {
        assertThatExceptionOfType(ParameterException.class)
                .isThrownBy(() -> views.parseArgs(verb, option, "v 2"))
                .withMessageContaining(
                        "\"v 2\" is no name of a generation, which is 1 to 20 letters, digits and dashes");
    }

    @Test
    void nameMustBeGiven() {
        assertThatExceptionOfType(ParameterException.class)
                .isThrownBy(() -> views.parseArgs("rebuild"))
                .withMessageContaining("--as=NAME");
        assertThatExceptionOfType(ParameterException.class)
                .isThrownBy(() -> views.parseArgs("drop"))
                .withMessageContaining("--generation=NAME");
    }
}
