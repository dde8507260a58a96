/** Sends what is in the outbox: outside Kafka Streams, because mail is in no transaction. */
@NullMarked
package dev.quintet.mail;

import org.jspecify.annotations.NullMarked;
