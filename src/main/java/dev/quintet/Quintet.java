package dev.quintet;

import dev.quintet.operations.PlainJvm;
import dev.quintet.verb.BenchVerb;
import dev.quintet.verb.DemoVerb;
import dev.quintet.verb.ImportVerb;
import dev.quintet.verb.Output;
import dev.quintet.verb.PlaceVerb;
import dev.quintet.verb.PlatformVerb;
import dev.quintet.verb.PromotionVerb;
import dev.quintet.verb.RunVerb;
import dev.quintet.verb.TailVerb;
import dev.quintet.verb.TopicsVerb;
import dev.quintet.verb.TopologyVerb;
import dev.quintet.verb.ViewsVerb;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The command line's entry: lists the verbs. Exit code 0 is success, 1 a failure told in one line, 2 a wrong usage. */
@Command(
        name = "quintet",
        description = "Flash-sale orders on Kafka Streams, with an exact limit for each customer.",
        subcommands = {
            DemoVerb.class,
            RunVerb.class,
            PlatformVerb.class,
            TopicsVerb.class,
            PlaceVerb.class,
            ImportVerb.class,
            TailVerb.class,
            PromotionVerb.class,
            ViewsVerb.class,
            TopologyVerb.class,
            BenchVerb.class,
            HelpCommand.class
        },
        synopsisSubcommandLabel = "VERB")
public final class Quintet {
    /** That of the pom. */
    static final String VERSION = "0.1.0-SNAPSHOT";

    private Quintet() {}

    public static void main(String[] arguments) {
        PlainJvm.begin();
        var commandLine = commandLine();
        var output = Output.install(commandLine);
        int code = commandLine.execute(arguments);
        var problem = output.problem();
        System.exit(code == CommandLine.ExitCode.OK && problem != null ? fail(commandLine, problem) : code);
    }

    static CommandLine commandLine() {
        var commandLine = new CommandLine(new Quintet());
        helpful(commandLine);
        return commandLine
                .setExecutionExceptionHandler((exception, command, parsed) -> fail(command, oneLine(exception)))
                .setParameterExceptionHandler((exception, arguments) -> wrongUsage(exception));
    }

    /** Every verb knows --help, and --version beside it. */
    private static void helpful(CommandLine commandLine) {
        if (!(commandLine.getCommand() instanceof HelpCommand)) {
            commandLine.getCommandSpec().mixinStandardHelpOptions(true).version("quintet " + VERSION);
        }
        commandLine.getSubcommands().values().forEach(Quintet::helpful);
    }

    private static int fail(CommandLine command, String line) {
        command.getErr().println("quintet: " + line);
        return CommandLine.ExitCode.SOFTWARE;
    }

    private static int wrongUsage(CommandLine.ParameterException exception) {
        var command = exception.getCommandLine();
        command.getErr().println("quintet: " + oneLine(exception) + ": see quintet help " + verb(command));
        return CommandLine.ExitCode.USAGE;
    }

    /** The verb that a command belongs to: help is had on verbs, not on what is below them. */
    private static String verb(CommandLine command) {
        var parent = command.getParent();
        if (parent == null) {
            return "";
        }
        return parent.getParent() == null ? command.getCommandName() : verb(parent);
    }

    private static String oneLine(Exception exception) {
        var message = exception.getMessage();
        var said = message == null || message.isBlank() ? exception.getClass().getSimpleName() : message;
        return said.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
