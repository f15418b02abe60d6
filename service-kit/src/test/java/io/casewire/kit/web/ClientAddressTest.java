package io.casewire.kit.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {

  @ParameterizedTest
  @CsvSource({
    "192.0.2.7, 192.0.2.7",
    "::ffff:192.0.2.7, 192.0.2.7",
    "2001:db8:1:2::1, 20010db800010002/64",
    "2001:db8:1:2:ffff:ffff:ffff:ffff, 20010db800010002/64",
    "fe80::1%eth0, fe80000000000000/64",
    "::1, 0000000000000000/64",
    "Gateway.Example, gateway.example",
    ", unknown"
  })
  void a_client_has_one_name_whichever_of_its_addresses_it_takes(String address, String name) {
    assertEquals(name, ClientAddress.of(address));
  }

  @Test
  void two_networks_are_two_clients() {
    assertNotEquals(ClientAddress.of("2001:db8:1:2::1"), ClientAddress.of("2001:db8:1:3::1"));
  }
}
