package dev.smtpcode.render;

/**
 * What the output is shown on.
 *
 * @param width in columns
 * @param color whether colours are wanted
 * @param links whether the terminal takes OSC 8 hyperlinks
 */
public record Display(int width, boolean color, boolean links) {}
