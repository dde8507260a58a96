package dev.quintet.verb;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A verb that talks to a running system. */
abstract class ClusterVerb implements Callable<Integer> {
    @Mixin
    BrokerOptions broker = new BrokerOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** For what is wrong with how it was called. */
    final CommandLine commandLine() {
        return spec.commandLine();
    }

    /** Where its answer goes. */
    final PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
