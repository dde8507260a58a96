package dev.quintet.domain.notification;

import java.time.Instant;

/** A message that was taken by who delivers it, and must not be sent again, by its {@link Message#identity}. */
public record Sent(String identity, Instant at) {}
