package dev.quintet.domain.notification;

import java.time.Instant;

/** A message that was taken by who delivers it, and must not be sent again. */
public record Sent(String messageId, Instant at) {}
