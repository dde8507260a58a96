package dev.quintet.verb;

import dev.quintet.topology.TopologyDiagram;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "topology", description = "Print the topology of the services, as text or as a Mermaid diagram.")
public final class TopologyVerb implements Callable<Integer> {
    @Parameters(
            arity = "0..*",
            paramLabel = "SERVICE",
            description = "orders, stock, payment, shipping, notification, pricing, views; all when none is named")
    private List<Service> services = List.of();

    @Option(names = "--mermaid", description = "As a Mermaid flow chart.")
    private boolean mermaid;

    @Override
    public Integer call() {
        for (var service : services.isEmpty() ? List.of(Service.values()) : services) {
            var description = Topologies.of(service).describe();
            System.out.println("# " + service);
            System.out.println(mermaid ? TopologyDiagram.of(description) : description);
        }
        return 0;
    }
}
