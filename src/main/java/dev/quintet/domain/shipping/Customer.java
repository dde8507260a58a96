package dev.quintet.domain.shipping;

import dev.quintet.domain.order.Ids;
import dev.quintet.domain.order.Texts;
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
    /** The longest of its texts, in characters. */
    public static final int TEXT_MAX = Texts.NAME_MAX;

    /** Whether none of its texts is longer than {@link #TEXT_MAX}. */
    public boolean fits() {
        return customerId.length() <= TEXT_MAX
                && name.length() <= TEXT_MAX
                && email.length() <= TEXT_MAX
                && (phone == null || phone.length() <= TEXT_MAX)
                && address.length() <= TEXT_MAX
                && region.length() <= TEXT_MAX;
    }

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
