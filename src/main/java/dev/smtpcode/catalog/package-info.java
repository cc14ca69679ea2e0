/**
 * The catalogue: reply codes, enhanced status codes, providers, causes and actions as JSON files,
 * read lazily, overlaid by a user's own and translated. No other package reads the files of {@code
 * codes/}.
 */
package dev.smtpcode.catalog;
