package dev.quintet.operations;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The settings in the environment.
 *
 * <p>Kubernetes tells every container where the services of its namespace are, in variables that are called after them: of
 * a service {@code quintet-http} it says {@code QUINTET_HTTP_PORT=tcp://10.0.0.7:80}. Those are no settings of ours, and
 * are passed over. A variable that is nearly one of ours was meant to be it, and is refused; any other is named.
 */
final class EnvironmentSettings {
    private static final Logger LOG = LoggerFactory.getLogger(EnvironmentSettings.class);
    private static final String PREFIX = "QUINTET_";

    /** Read elsewhere: by the launcher and by the log. */
    private static final Set<String> NO_SETTINGS = Set.of("QUINTET_JAVA_OPTS", "QUINTET_LOG_EXCEPTION");

    private static final Pattern LINK_NAME = Pattern.compile(
            "QUINTET_([A-Z0-9_]+_)?(SERVICE_HOST|SERVICE_PORT(_[A-Z0-9_]+)?|PORT_[0-9]+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)");
    private static final Pattern LINK_VALUE = Pattern.compile("(tcp|udp|sctp)://.*");

    /** So many letters wrong, missing or too many are a slip. */
    private static final int SLIP_MAX = 2;

    private EnvironmentSettings() {}

    /** The values by setting name. */
    static Map<String, String> of(Map<String, String> environment) {
        var values = new HashMap<String, String>();
        // Sorted, so that the same mistakes are always told in the same order.
        new TreeMap<>(environment).forEach((name, value) -> {
            if (!name.startsWith(PREFIX) || NO_SETTINGS.contains(name) || isLink(name, value)) {
                return;
            }
            var setting = called(name);
            if (setting == null) {
                tellUnknown(name);
            } else {
                values.put(setting.key, value);
            }
        });
        return values;
    }

    private static boolean isLink(String name, String value) {
        boolean isPort = name.endsWith("_PORT") && LINK_VALUE.matcher(value).matches();
        return isPort || LINK_NAME.matcher(name).matches();
    }

    private static @Nullable Setting called(String name) {
        for (var setting : Setting.values()) {
            if (setting.environmentVariable().equals(name)) {
                return setting;
            }
        }
        return null;
    }

    private static void tellUnknown(String name) {
        var nearest = Setting.BOOTSTRAP_SERVERS.environmentVariable();
        for (var setting : Setting.values()) {
            var known = setting.environmentVariable();
            nearest = slips(name, known) < slips(name, nearest) ? known : nearest;
        }
        if (slips(name, nearest) <= SLIP_MAX) {
            throw new SettingException(name, "no such setting (in the environment); it is nearly " + nearest);
        }
        LOG.warn("{} is in the environment and is no setting; the nearest one is {}", name, nearest);
    }

    /** How many letters must be changed, put in or left out to make one of the other (Levenshtein). */
    private static int slips(String one, String other) {
        var above = new int[other.length() + 1];
        for (int column = 0; column < above.length; column++) {
            above[column] = column;
        }
        for (int row = 1; row <= one.length(); row++) {
            var line = new int[above.length];
            line[0] = row;
            for (int column = 1; column < line.length; column++) {
                int changed = above[column - 1] + (one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1);
                line[column] = Math.min(changed, 1 + Math.min(above[column], line[column - 1]));
            }
            above = line;
        }
        return above[other.length()];
    }
}
