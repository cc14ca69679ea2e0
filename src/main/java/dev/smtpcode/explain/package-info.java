/**
 * What to say of a reply, a code, a cause or a pair of them: records without a word on how they
 * look.
 */
package dev.smtpcode.explain;
