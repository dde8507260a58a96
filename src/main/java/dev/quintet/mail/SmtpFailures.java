package dev.quintet.mail;

import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/** What a failure of SMTP means for the message. */
final class SmtpFailures {
    private static final int CHAIN_MAX = 20;

    private SmtpFailures() {}

    /** Whether the server refused the recipient or the mail with a code that says never, as 550. */
    static boolean isForGood(MessagingException failure) {
        Throwable part = failure;
        for (int i = 0; part != null && i < CHAIN_MAX; i++) {
            if (isRefusal(part)) {
                return true;
            }
            part = part instanceof MessagingException link && link.getNextException() != null
                    ? link.getNextException()
                    : part.getCause();
        }
        return false;
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

    private static boolean isNever(int code) {
        return code / 100 == 5;
    }

    /** The innermost reason, which is what the server said. */
    static String inOneLine(MessagingException failure) {
        Throwable innermost = failure;
        for (int i = 0; i < CHAIN_MAX; i++) {
            var next = innermost instanceof MessagingException link && link.getNextException() != null
                    ? link.getNextException()
                    : innermost.getCause();
            if (next == null) {
                break;
            }
            innermost = next;
        }
        var words = innermost.getMessage() == null ? innermost.toString() : innermost.getMessage();
        return words.strip().replaceAll("\\s*[\\r\\n]+\\s*", " ");
    }
}
