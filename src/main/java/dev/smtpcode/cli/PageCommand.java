package dev.smtpcode.cli;

import dev.smtpcode.render.Page;
import java.util.concurrent.Callable;

/** A command that answers with pages. */
interface PageCommand extends Callable<Integer> {

  /** What pages they are: it decides in which formats they can be had. */
  Class<? extends Page> page();
}
