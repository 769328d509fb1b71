package io.jacinth.engine.config;

/**
 * A {@code rename-command} directive.
 *
 * @param newName empty: the command cannot be called any more
 * @param whereRead the place, for error messages
 * @param line the directive as it stands there
 */
public record CommandRename(String name, String newName, String whereRead, String line) {}
