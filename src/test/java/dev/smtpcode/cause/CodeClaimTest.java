package dev.smtpcode.cause;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A provider's claim on a code")
class CodeClaimTest {

  @Test
  @DisplayName("of a range holds for all codes in it")
  void range() {
    CodeClaim claim = CodeClaim.of("5.7.606-649", 0, false);
    assertTrue(claim.holds("5.7.606"));
    assertTrue(claim.holds("5.7.649"));
    assertFalse(claim.holds("5.7.650"));
    assertFalse(claim.isToken());
  }

  @Test
  @DisplayName("of what only looks like a range is one of a word")
  void noRange() {
    CodeClaim claim = CodeClaim.of("5.7.606-1649", 0, false);
    assertTrue(claim.isToken());
    assertTrue(claim.holds("5.7.606-1649"));
    assertFalse(claim.holds("5.7.606"));
    assertTrue(CodeClaim.of("5.7.606-x", 0, false).isToken());
  }
}
