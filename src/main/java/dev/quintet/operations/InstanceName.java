package dev.quintet.operations;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The name of a process among those that run the same service. Two with one name fence each other without end, so the
 * default must differ from pod to pod, and be the same after a restart: it is made of the name of the host, which in
 * Kubernetes is that of the pod, and of the folder that keeps the state, which no two processes of a host can share.
 */
final class InstanceName {
    /** What Kafka takes, with room for the number of the thread. */
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,200}");

    private InstanceName() {}

    static boolean isOne(String name) {
        return FORM.matcher(name).matches();
    }

    /** The default; null on a host that has no name. */
    static @Nullable String ofHost(Path stateFolder) {
        try {
            return of(InetAddress.getLocalHost().getHostName(), stateFolder);
        } catch (UnknownHostException _) {
            return null;
        }
    }

    static String of(String host, Path stateFolder) {
        var folder = new CRC32();
        folder.update(stateFolder.toAbsolutePath().normalize().toString().getBytes(UTF_8));
        var name = host.replaceAll("[^A-Za-z0-9._-]", "-");
        return name.substring(0, Math.min(name.length(), 150)) + "-" + Long.toHexString(folder.getValue());
    }
}
