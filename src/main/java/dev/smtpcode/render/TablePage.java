package dev.smtpcode.render;

import java.util.List;

/** A page that can be told as one table, too. */
public interface TablePage extends Page {

  /** The rows, as many cells in each; the first names the columns. */
  List<List<String>> rows();
}
