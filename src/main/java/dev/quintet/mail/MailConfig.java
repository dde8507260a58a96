package dev.quintet.mail;

import java.nio.file.Path;

/**
 * Where messages go.
 *
 * @param smtpFrom the address that mails come from
 * @param smsFile the file that takes text messages, a line of JSON each
 */
public record MailConfig(String smtpHost, int smtpPort, String smtpFrom, Path smsFile) {}
