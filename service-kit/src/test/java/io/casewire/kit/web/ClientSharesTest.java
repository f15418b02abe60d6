package io.casewire.kit.web;

import static io.casewire.kit.web.ClientShares.Claim.ALL_FULL;
import static io.casewire.kit.web.ClientShares.Claim.CLIENT_FULL;
import static io.casewire.kit.web.ClientShares.Claim.GRANTED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ClientSharesTest {

  private final ClientShares shares = new ClientShares(3, 2);

  @Test
  void a_client_that_holds_its_share_leaves_room_for_others() {
    assertEquals(GRANTED, shares.claim("a", 2));
    assertEquals(CLIENT_FULL, shares.claim("a", 1));
    assertEquals(GRANTED, shares.claim("b", 1));
    assertEquals(ALL_FULL, shares.claim("c", 1));
  }

  @Test
  void what_was_refused_is_not_held() {
    assertEquals(CLIENT_FULL, shares.claim("a", 3));
    assertEquals(0, shares.held());
  }

  @Test
  void what_is_given_back_can_be_given_again() {
    shares.claim("a", 2);

    shares.release("a", 1);

    assertEquals(GRANTED, shares.claim("a", 1));
  }

  @Test
  void giving_back_nothing_changes_nothing() {
    shares.claim("a", 1);

    shares.release("a", 0);
    shares.release("b", 0);

    assertEquals(1, shares.held());
    assertEquals(CLIENT_FULL, shares.check("a", 2));
  }
}
