/**
 * Scanning: many sources in, one tally or a stream of events out. A tally is a value that merges:
 * the tallies of the parts of a log, merged, are the tally of the whole.
 */
package dev.smtpcode.scan;
