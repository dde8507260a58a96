package dev.quintet.domain.shipping;

import dev.quintet.domain.order.Ids;
import org.jspecify.annotations.Nullable;

/**
 * Whom orders are delivered to.
 *
 * @param phone with country code; null for none
 * @param address in one line
 * @param region in which the address lies: shipments are spread by it
 */
public record Customer(
        String customerId,
        String name,
        String email,
        @Nullable String phone,
        String address,
        String region) {
    private static final int TEXT_MAX = 200;

    /** What is wrong with it, in words for whoever published it; null when nothing is. */
    public @Nullable String problem() {
        if (!Ids.isValid(customerId) || !Ids.isValid(region)) {
            return "customerId and region must be " + Ids.RULE;
        }
        if (!isLine(name) || !isLine(address)) {
            return "name and address must be one line of 1 to " + TEXT_MAX + " characters";
        }
        var problem = MailAddress.problem(email);
        if (problem != null) {
            return "email must be an address as alice@example.com: " + problem;
        }
        return phone == null || isPhone(phone) ? null : "phone must be + and 5 to 15 digits";
    }

    /** A line break would let a name write headers of a mail. */
    private static boolean isLine(String text) {
        return !text.isBlank() && text.length() <= TEXT_MAX && text.chars().noneMatch(Character::isISOControl);
    }

    private static boolean isPhone(String text) {
        int digits = text.length() - 1;
        return text.startsWith("+")
                && digits >= 5
                && digits <= 15
                && text.chars().skip(1).allMatch(c -> c >= '0' && c <= '9');
    }
}
