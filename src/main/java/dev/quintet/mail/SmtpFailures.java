package dev.quintet.mail;

import jakarta.activation.UnsupportedDataTypeException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.CharacterCodingException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/** What a failure of SMTP means for the message. */
final class SmtpFailures {
    private static final int CHAIN_MAX = 20;

    private SmtpFailures() {}

    /**
     * Whether the same mail can be taken later: the connection broke, or the server said "not now". Only what the
     * connection or the server said counts; any other failure is a fault of ours, which waiting does not cure.
     */
    static boolean isForNow(MessagingException failure) {
        boolean isForNow = false;
        Throwable part = failure;
        for (int i = 0; part != null && i < CHAIN_MAX; i++) {
            if (isRefusal(part)) {
                return false;
            }
            isForNow |= isAnswer(part) || isOfConnection(part);
            part = next(part);
        }
        return isForNow;
    }

    /** A refused sender is a mistake in our settings and no fault of the message: it can be mended. */
    private static boolean isRefusal(Throwable failure) {
        return switch (failure) {
            case SMTPAddressFailedException refused -> isNever(refused.getReturnCode());
            case SMTPSendFailedException refused ->
                isNever(refused.getReturnCode()) && !refused.getCommand().startsWith("MAIL");
            default -> false;
        };
    }

    private static boolean isAnswer(Throwable failure) {
        return failure instanceof SMTPAddressFailedException || failure instanceof SMTPSendFailedException;
    }

    /** Text that can't be encoded is told as an input or output that failed, too. */
    private static boolean isOfConnection(Throwable failure) {
        return failure instanceof IOException
                && !(failure instanceof CharacterCodingException)
                && !(failure instanceof UnsupportedEncodingException)
                && !(failure instanceof UnsupportedDataTypeException);
    }

    private static @Nullable Throwable next(Throwable part) {
        return part instanceof MessagingException link && link.getNextException() != null
                ? link.getNextException()
                : part.getCause();
    }

    private static boolean isNever(int code) {
        return code / 100 == 5;
    }

    /** The innermost reason, which is what the server said. */
    static String inOneLine(MessagingException failure) {
        Throwable innermost = failure;
        for (int i = 0; i < CHAIN_MAX; i++) {
            var next = next(innermost);
            if (next == null) {
                break;
            }
            innermost = next;
        }
        var words = innermost.getMessage() == null ? innermost.toString() : innermost.getMessage();
        return words.strip().replaceAll("\\s*[\\r\\n]+\\s*", " ");
    }
}
