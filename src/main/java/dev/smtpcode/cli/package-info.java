/** The command line: commands, options, streams and exit codes. */
package dev.smtpcode.cli;
