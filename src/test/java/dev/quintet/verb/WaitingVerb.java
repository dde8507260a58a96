package dev.quintet.verb;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** A verb that has said all and waits for more, as a tail of a quiet topic. A process of its own. */
@Command(name = "waiting")
final class WaitingVerb implements Runnable {
    private WaitingVerb() {}

    @Override
    public void run() {
        System.out.println("ready");
        try (var until = Until.signalled()) {
            until.stopped(() -> !Output.isLost(), Until.FOREVER);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static void main(String[] arguments) {
        var commandLine = new CommandLine(new WaitingVerb());
        var output = Output.install(commandLine);
        int code = commandLine.execute();
        System.exit(output.problem() == null ? code : 1);
    }
}
