package io.casewire.events.signed;

import java.util.Arrays;
import java.util.Base64;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

/** Rings of made-up keys. */
final class Keys {

  static final KeyRing RING = KeyRing.parse(key("k1", 1));

  /** The same ring after a rotation: k1 still verifies. */
  static final KeyRing ROTATED = KeyRing.parse(key("k2", 2) + "," + key("k1", 1));

  /** Another installation that happens to use the same name for its key. */
  static final KeyRing OTHER = KeyRing.parse(key("k1", 3));

  private Keys() {}

  static String key(String kid, int seed) {
    byte[] secret = new byte[32];
    Arrays.fill(secret, (byte) seed);
    return kid + ":" + Base64.getEncoder().encodeToString(secret);
  }

  /** A place in a token, as a fraction of its length, and a character to put there. */
  static Arbitrary<Tuple2<Double, Character>> changes() {
    Arbitrary<Character> characters =
        Arbitraries.oneOf(
            Arbitraries.of(
                "abcdefghijklmnopqrstuvwxyz0123456789.+@<>[]-_:\u212a"
                    .chars()
                    .mapToObj(c -> (char) c)
                    .toList()),
            Arbitraries.chars());
    return Arbitraries.doubles()
        .between(0, true, 1, false)
        .flatMap(place -> characters.map(character -> Tuple.of(place, character)));
  }

  /** The token with that one character changed; equal to it if the change is none. */
  static String change(String token, Tuple2<Double, Character> change) {
    int place = (int) (change.get1() * token.length());
    return token.substring(0, place) + change.get2() + token.substring(place + 1);
  }
}
