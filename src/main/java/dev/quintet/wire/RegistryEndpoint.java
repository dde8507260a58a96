package dev.quintet.wire;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;
import org.jspecify.annotations.Nullable;

/**
 * One address of the registry, without the credentials that it may have been written with.
 *
 * @param authorization the value of the Authorization header; Password keeps it out of logs
 */
record RegistryEndpoint(String base, @Nullable Password authorization) {
    /**
     * Reads one entry of schema.registry.url.
     *
     * @param userInfo user:password to use instead of those in the address; null to use the latter
     */
    static RegistryEndpoint parse(String key, String url, @Nullable String userInfo) {
        URI uri;
        try {
            uri = URI.create(url.strip());
        } catch (IllegalArgumentException e) {
            throw invalid(key);
        }
        var isHttp = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
        if (!isHttp || uri.getHost() == null || uri.getQuery() != null || uri.getFragment() != null) {
            throw invalid(key);
        }
        var credentials = userInfo == null ? uri.getUserInfo() : userInfo;
        var port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        var path = uri.getRawPath().replaceAll("/+$", "");
        return new RegistryEndpoint(
                uri.getScheme() + "://" + uri.getHost() + port + path, credentials == null ? null : basic(credentials));
    }

    // Without the value: it may hold a password.
    private static ConfigException invalid(String key) {
        return new ConfigException(
                key + " must be one or more addresses like http://host:port, separated by commas, without blanks");
    }

    private static Password basic(String credentials) {
        return new Password(
                "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
    }
}
