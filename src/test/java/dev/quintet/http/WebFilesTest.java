package dev.quintet.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The files of the pages: all are served, and they need nobody else. */
final class WebFilesTest {
    private static final Path FOLDER = Path.of("src/main/resources/web");
    private static final Pattern FOREIGN =
            Pattern.compile("(src|href)=\"(?!/)|url\\((?!#)|https?://(?!www\\.w3\\.org/)");
    private static final Pattern INLINE = Pattern.compile(
            "<script(?![^>]*src=)|<style| style=| on[a-z]+=|innerHTML|outerHTML|insertAdjacentHTML|eval\\(");

    private static List<String> names() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("files.txt"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void everyFileIsServedAndHasAType() throws IOException {
        assertThat(Files.readAllLines(FOLDER.resolve("files.txt"))).isEqualTo(names());
        try (var http = new HttpUnderTest()) {
            for (var name : names()) {
                var answer = http.send("GET", "/web/" + name);
                assertThat(answer.status()).as(name).isEqualTo(200);
                assertThat(answer.header("Content-Type")).as(name).isNotEqualTo("application/octet-stream");
                assertThat(answer.header("Content-Security-Policy")).contains("default-src 'self'");
            }
        }
    }

    @Test
    void ownFilesNeedNothingFromElsewhereAndPutInNoMarkup() throws IOException {
        for (var name : names()) {
            if (!name.startsWith("vendor-")) {
                var text = Files.readString(FOLDER.resolve(name));
                assertThat(FOREIGN.matcher(text.replace("href=\"#main\"", ""))
                                .results()
                                .map(found -> found.group()))
                        .as(name)
                        .isEmpty();
                assertThat(INLINE.matcher(text).results().map(found -> found.group()))
                        .as(name)
                        .isEmpty();
            }
        }
    }
}
