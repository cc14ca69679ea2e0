package dev.smtpcode.render;

import java.util.List;

/**
 * What the output is shown on.
 *
 * @param width in columns
 * @param color whether colours are wanted
 * @param links whether the terminal takes OSC 8 hyperlinks
 * @param unbroken words within which a line does not break, for scripts without spaces
 */
public record Display(int width, boolean color, boolean links, List<String> unbroken) {}
