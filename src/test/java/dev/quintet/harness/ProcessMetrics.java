package dev.quintet.harness;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** The metrics of Kafka Streams in a process under test, as JMX shows them. */
public final class ProcessMetrics implements AutoCloseable {
    private final JMXConnector connector;
    private final MBeanServerConnection connection;

    private ProcessMetrics(JMXConnector connector) throws IOException {
        this.connector = connector;
        connection = connector.getMBeanServerConnection();
    }

    // The address comes from a process that the test has started itself.
    @SuppressWarnings("BanJNDI")
    public static ProcessMetrics of(ProcessUnderTest process) {
        try {
            var machine = VirtualMachine.attach(String.valueOf(process.pid()));
            try {
                var address = new JMXServiceURL(machine.startLocalManagementAgent());
                return new ProcessMetrics(JMXConnectorFactory.connect(address));
            } finally {
                machine.detach();
            }
        } catch (IOException | AttachNotSupportedException e) {
            throw new AssertionError("cannot look into process " + process.pid(), e);
        }
    }

    /** The sum over all labels of a metric in a group, as {@code ignored-replies-total} in {@code quintet}. */
    public long sum(String group, String metric) {
        try {
            double sum = 0;
            for (var bean : connection.queryNames(new ObjectName("kafka.streams:type=" + group + ",*"), null)) {
                sum += ((Number) connection.getAttribute(bean, metric)).doubleValue();
            }
            return Math.round(sum);
        } catch (JMException e) {
            throw new AssertionError(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            connector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
