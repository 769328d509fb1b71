package io.jacinth.engine.config;

import java.util.List;

/**
 * A {@code user} directive.
 *
 * @param whereRead the place, for error messages
 * @param line the directive as it stands there
 */
public record UserDeclaration(String name, List<String> modifiers, String whereRead, String line) {}
