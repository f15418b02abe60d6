package io.casewire.events.signed;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A customer's access token for one case and one holder: {@code
 * kid.case.holder.generation.last-day.mac}, safe in a URL.
 *
 * <p>Guarantees: the same arguments give the same token under the same key, so intake and
 * notification can both write it and nobody has to store it; it opens its one case and no other of
 * the same address; it ends after 180 days, or earlier when its key leaves the ring or when the
 * case moves on to a new generation, which the caller compares with {@link Claims#generation()}.
 */
public final class CaseLink {

  /** The last day of a link is this many days after the day it was issued for, in UTC. */
  public static final int LIFETIME_DAYS = 180;

  /** 128 bits: a guess can be tried as fast as a server answers. */
  private static final int MAC_BYTES = 16;

  private static final String NO_CONTEXT = "";
  private static final Pattern FORM =
      Pattern.compile(
          "[a-z0-9]{1,8}"
              + "\\.(?<case>[a-z2-7]{26})"
              + "\\.(?:f|m(?<mailbox>[a-z2-7]{16}))"
              + "\\.(?<generation>[0-9]{1,10})"
              + "\\.(?<lastDay>[0-9]{1,7})"
              + "\\.[a-z2-7]{26}");

  private final SignedText text;

  public CaseLink(KeyRing keys) {
    this.text = new SignedText(keys, "casewire case-link", MAC_BYTES);
  }

  /**
   * The token of a holder.
   *
   * @param generation of the case's links, from 1; a higher one revokes all earlier links
   * @param from the instant that the lifetime counts from
   * @throws IllegalArgumentException if the generation is not positive
   */
  public String issue(UUID caseId, LinkHolder holder, int generation, Instant from) {
    if (generation < 1) {
      throw new IllegalArgumentException("generations start at 1");
    }
    long lastDay = LocalDate.ofInstant(from, UTC).plusDays(LIFETIME_DAYS).toEpochDay();
    String body =
        String.join(
            ".",
            Base32.encode(caseId),
            write(holder),
            Integer.toString(generation),
            Long.toString(lastDay));
    return text.sign(body, NO_CONTEXT);
  }

  /**
   * What a token claims, if a key of the ring has signed it and its last day has not passed.
   *
   * @param token from anywhere
   */
  public Optional<Claims> verify(String token, Instant now) {
    Matcher matcher = FORM.matcher(token);
    if (!matcher.matches() || text.open(token, NO_CONTEXT).isEmpty()) {
      return Optional.empty();
    }
    LocalDate today = LocalDate.ofInstant(now, UTC);
    return Optional.of(claims(matcher)).filter(claims -> !today.isAfter(claims.lastDay()));
  }

  private static String write(LinkHolder holder) {
    return switch (holder) {
      case LinkHolder.Form _ -> "f";
      case LinkHolder.Mailbox mailbox -> "m" + mailbox.hash();
    };
  }

  private static Claims claims(Matcher genuine) {
    String mailbox = genuine.group("mailbox");
    return new Claims(
        Base32.decodeUuid(genuine.group("case")),
        mailbox == null ? new LinkHolder.Form() : new LinkHolder.Mailbox(mailbox),
        Integer.parseInt(genuine.group("generation")),
        LocalDate.ofEpochDay(Long.parseLong(genuine.group("lastDay"))));
  }

  /**
   * What a genuine token says.
   *
   * @param generation to be compared with the case's own: the link is revoked if it is lower
   * @param lastDay the last day, in UTC, on which the token is valid
   */
  public record Claims(UUID caseId, LinkHolder holder, int generation, LocalDate lastDay) {}
}
