package dev.quintet.mail;

import dev.quintet.domain.notification.Message;

/** Hands messages over to who delivers them. Used by one thread. */
public interface MessageSender extends AutoCloseable {
    /**
     * Sends a message. When this returns the message was taken for good.
     *
     * @throws MessageRefusedException when it never will be taken
     * @throws SenderUnavailableException when it was not taken now
     */
    void send(Message message) throws MessageRefusedException, SenderUnavailableException;

    @Override
    default void close() {}
}
