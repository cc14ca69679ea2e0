package dev.smtpcode.catalog;

import java.util.List;

/**
 * A text of the interface that is not in a language yet.
 *
 * @param key as {@link Messages#get} takes it
 * @param arguments what goes into the text; they may be messages themselves
 */
public record Message(String key, List<Object> arguments) {

  public static Message of(String key, Object... arguments) {
    return new Message(key, List.of(arguments));
  }
}
