/**
 * Why mail was not taken: one automaton over all phrases of the catalogue, the evidence it finds,
 * and the verdict and action that follow.
 */
package dev.smtpcode.cause;
