package dev.smtpcode.log;

import java.util.LinkedHashMap;
import java.util.Map;

/** What lines before said, as much as is kept: the oldest is forgotten first. */
final class Recent<V> extends LinkedHashMap<String, V> {
  private static final long serialVersionUID = 1L;
  private static final int MAX = 10_000;

  @Override
  protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
    return size() > MAX;
  }
}
