package dev.quintet.domain.shipping;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One address of mail, as SMTP carries it (RFC 5321, and RFC 6531 beyond ASCII): a name with dots only between its parts,
 * and a domain. Groups, comments, routes, names of people, quoted names and numbers in place of a domain are refused.
 *
 * @param local what stands before the @; as it was written, because only its server knows what it means
 * @param domain in the form of the DNS, ASCII: {@code xn--mnchen-3ya.example}
 */
public record MailAddress(String local, String domain) {
    private static final int BYTES_MAX = 254;
    private static final int LOCAL_BYTES_MAX = 64;
    private static final String MARKS = "!#$%&'*+-/=?^_`{|}~";
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    /** What is wrong with a text that should be an address, in words for whoever wrote it; null when nothing is. */
    public static @Nullable String problem(String text) {
        try {
            parse(text);
            return null;
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
    }

    /**
     * Reads an address.
     *
     * @throws IllegalArgumentException when the text is none; its message says why
     */
    public static MailAddress parse(String text) {
        int at = text.indexOf('@');
        require(at >= 0 && at == text.lastIndexOf('@'), "there must be exactly one @");
        var local = text.substring(0, at);
        require(isDotted(local), "before the @ stand letters, digits and " + MARKS + ", with single dots between them");
        require(bytes(local) <= LOCAL_BYTES_MAX, "before the @ are at most " + LOCAL_BYTES_MAX + " bytes");
        var address = new MailAddress(local, inDnsForm(text.substring(at + 1)));
        require(bytes(address.toString()) <= BYTES_MAX, "an address has at most " + BYTES_MAX + " bytes");
        return address;
    }

    /** Whether only a server that offers SMTPUTF8 can carry it. A domain never needs that. */
    public boolean needsUtf8() {
        return local.chars().anyMatch(c -> c > 0x7f);
    }

    private static boolean isDotted(String local) {
        return !local.startsWith(".")
                && !local.endsWith(".")
                && !local.contains("..")
                && !local.isEmpty()
                && local.codePoints().allMatch(MailAddress::isPartOfAName);
    }

    private static boolean isPartOfAName(int c) {
        if (c <= 0x7f) {
            return Character.isLetterOrDigit(c) || c == '.' || MARKS.indexOf(c) >= 0;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /** The rules of 2003, which Java knows, write some letters in another way (ß as ss): that would be another domain. */
    private static String inDnsForm(String domain) {
        require(!domain.isEmpty() && !domain.startsWith(".") && !domain.endsWith("."), "after the @ stands a domain");
        String ascii;
        try {
            ascii = IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED | IDN.USE_STD3_ASCII_RULES);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("after the @ stands a domain, of letters, digits, - and dots", e);
        }
        var written = Normalizer.normalize(domain.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
        boolean isSame = ascii.equalsIgnoreCase(domain)
                || IDN.toUnicode(ascii, IDN.ALLOW_UNASSIGNED).equals(written);
        require(isSame, "its domain can be read as more than one: write it in the form xn--");
        var last = ascii.substring(ascii.lastIndexOf('.') + 1);
        require(!DIGITS.matcher(last).matches(), "after the @ stands the name of a domain, no number");
        return ascii;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static void require(boolean condition, String problem) {
        if (!condition) {
            throw new IllegalArgumentException(problem);
        }
    }

    /** As it is told to an SMTP server. */
    @Override
    public String toString() {
        return local + "@" + domain;
    }
}
