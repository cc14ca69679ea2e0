/** SMTP replies as text: where the reply code and the enhanced status code stand in them. */
package dev.smtpcode.reply;
