/** How answers look: pages of blocks, and one renderer for each format. */
package dev.smtpcode.render;
