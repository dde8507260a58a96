package dev.quintet.http;

/** Where HTTP listens; port 0 takes a free one. */
public record HttpConfig(String host, int port) {}
