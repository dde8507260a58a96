package dev.quintet.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;

/** A registry as its REST API shows it. */
record RegistryUnderTest(HttpClient http, String url) {
    List<String> subjects() {
        try {
            return new ObjectMapper().readValue(answer(request("/subjects").GET()), new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String compatibility() {
        return answer(request("/config").GET());
    }

    /** Registers new subjects and returns their names, each acknowledged. */
    List<String> register(String prefix, int count) {
        var acknowledged = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            var subject = prefix + "-" + i;
            var schema = "{\"schema\":\"{\\\"type\\\":\\\"enum\\\",\\\"name\\\":\\\"E\\\",\\\"symbols\\\":[\\\"S"
                    + subject.replace('-', '_') + "\\\"]}\"}";
            answer(request("/subjects/" + subject + "/versions")
                    .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                    .POST(BodyPublishers.ofString(schema)));
            acknowledged.add(subject);
        }
        return acknowledged;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path));
    }

    private String answer(HttpRequest.Builder request) {
        try {
            var response = http.send(request.build(), BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
