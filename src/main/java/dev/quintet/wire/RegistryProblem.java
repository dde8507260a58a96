package dev.quintet.wire;

import java.io.IOException;
import org.apache.avro.Schema;

/**
 * Why the registry said no.
 *
 * @param code the error code in the body; 0 when it has none
 */
record RegistryProblem(int status, int code, String message) {
    private static final int LONGEST_MESSAGE = 500;

    static RegistryProblem of(RegistryHttp.Answer answer) {
        try {
            var body = WriterSchemas.json(answer.body());
            var message = body.path("message").asText();
            return new RegistryProblem(
                    answer.status(),
                    body.path("error_code").asInt(),
                    message.substring(0, Math.min(message.length(), LONGEST_MESSAGE)));
        } catch (IOException e) {
            return new RegistryProblem(answer.status(), 0, "");
        }
    }

    RegistryRefusedException refusal(Schema schema, String subject) {
        var name = schema.getFullName();
        return switch (status) {
            case 409 ->
                new RegistryRefusedException("The schema of " + name
                        + " is incompatible with an earlier version of subject " + subject
                        + ": make the change one that old readers survive, such as a new field with a default."
                        + said());
            case 422 ->
                new RegistryRefusedException("The schema registry holds the schema of " + name + " for invalid under "
                        + subject + ": mend the schema, or the rules of the subject." + said());
            case 404 ->
                code == 0
                        ? refusal("to find subject " + subject)
                        : new RegistryRefusedException("Subject " + subject + " does not have the schema of " + name
                                + ": register it, or set " + SerdeConfig.AUTO_REGISTER + "=true." + said());
            default -> refusal("the schema of " + name + " under subject " + subject);
        };
    }

    /**
     * @param what completes "the registry refuses"
     */
    RegistryRefusedException refusal(String what) {
        var remedy = switch (status) {
            case 401, 403 ->
                "check " + SerdeConfig.CREDENTIALS_SOURCE + " and " + SerdeConfig.USER_INFO
                        + ", and what the user may do";
            default -> "check " + SerdeConfig.URL + ", the path of the API included";
        };
        return new RegistryRefusedException("The schema registry refuses " + what + ": " + remedy + "." + said());
    }

    private String said() {
        return " It answered HTTP " + status + (message.isEmpty() ? "" : ": " + message);
    }
}
