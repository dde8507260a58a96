package dev.quintet.http;

import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** What Jetty refuses before a route sees it, such as an address that it cannot take, as a problem and not as a page. */
final class UnroutedProblems extends ErrorHandler {

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int status,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        response.setStatus(status);
        response.getHeaders().put("Content-Type", ProblemDocument.MEDIA_TYPE);
        HttpServer.SECURITY_HEADERS.forEach(response.getHeaders()::put);
        // The address is left out: whatever is wrong may be wrong with it.
        var problem = ProblemDocument.of(status, "request-refused", "Request refused", HttpStatus.getMessage(status));
        Content.Sink.write(response, true, problem.json(""), callback);
    }
}
