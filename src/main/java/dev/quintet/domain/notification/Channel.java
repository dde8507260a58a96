package dev.quintet.domain.notification;

/** How a message is sent. */
public enum Channel {
    EMAIL,
    SMS
}
