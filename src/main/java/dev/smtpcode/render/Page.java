package dev.smtpcode.render;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

/**
 * What a command has to say, for whichever format: each part is made when a format asks for it, and
 * only then.
 */
public interface Page {

  /** The page as readers see it, from top to bottom. */
  List<Block> blocks();

  /** Writes what scripts read: one value, or several. Keys are stable, absent facts null. */
  void json(JsonGenerator out) throws IOException;
}
