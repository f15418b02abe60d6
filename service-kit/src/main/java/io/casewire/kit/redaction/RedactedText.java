package io.casewire.kit.redaction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Puts replacements into a text, window by window. Where two windows claim the same characters
 * differently, both claims become one, so that nothing is left of either.
 */
final class RedactedText {

  private final String original;
  private final Map<SecretKind, Integer> counts = new EnumMap<>(SecretKind.class);
  private final StringBuilder text = new StringBuilder();
  private List<Claim> pending = new ArrayList<>();
  private int copied;

  RedactedText(String original) {
    this.original = original;
  }

  /**
   * Adds the claims of the next window.
   *
   * @param settled the place in the original before which no later window claims anything
   */
  void add(List<Claim> claims, int settled) {
    List<Claim> all = new ArrayList<>(claims.size());
    claims.stream().filter(claim -> !joinsPending(claim)).forEach(all::add);
    all.addAll(pending);
    all.sort(Comparator.comparingInt(Claim::start));
    int written = 0;
    while (written < all.size() && all.get(written).end() <= settled) {
      write(all.get(written));
      written++;
    }
    pending = new ArrayList<>(all.subList(written, all.size()));
  }

  private boolean joinsPending(Claim claim) {
    Claim joined = claim;
    boolean found = false;
    for (int i = pending.size() - 1; i >= 0; i--) {
      if (pending.get(i).overlaps(joined)) {
        joined = pending.remove(i).joinedWith(joined);
        found = true;
      }
    }
    if (found) {
      pending.add(joined);
    }
    return found;
  }

  private void write(Claim claim) {
    if (counts.isEmpty()) {
      text.ensureCapacity(original.length() + 32);
    }
    int start = Math.max(copied, claim.start());
    text.append(original, copied, start).append(claim.replacement());
    copied = Math.max(copied, claim.end());
    counts.merge(claim.kind(), 1, Integer::sum);
  }

  /** The text after its last window. */
  Redacted end() {
    if (counts.isEmpty()) {
      return new Redacted(original, List.of());
    }
    text.append(original, copied, original.length());
    List<Finding> findings = new ArrayList<>();
    counts.forEach((kind, count) -> findings.add(new Finding(kind, count)));
    return new Redacted(text.toString(), findings);
  }
}
