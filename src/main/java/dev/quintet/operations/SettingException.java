package dev.quintet.operations;

/** A setting that can't be used. The message names it and says what it must be. */
public final class SettingException extends RuntimeException {
    SettingException(String setting, String problem) {
        super(setting + ": " + problem);
    }
}
