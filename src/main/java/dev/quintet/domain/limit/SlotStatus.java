package dev.quintet.domain.limit;

/** The life of a slot. RESERVED and CONFIRMED count against limits; RELEASED and REFUSED never do again. */
public enum SlotStatus {
    RESERVED,
    CONFIRMED,
    RELEASED,
    REFUSED;

    public boolean isLive() {
        return this == RESERVED || this == CONFIRMED;
    }
}
