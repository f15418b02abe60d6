package io.casewire.notification.letter;

import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** A configuration for tests without a container. */
record TestLetterConfig(Optional<String> bounceAddress, List<String> languages)
    implements LetterConfig {

  static final TestLetterConfig USUAL = new TestLetterConfig(Optional.empty(), List.of("en", "zh"));

  @Override
  public String supportAddress() {
    return "support@casewire.example";
  }

  @Override
  public Optional<List<String>> otherOwnAddresses() {
    return Optional.empty();
  }

  @Override
  public String brand() {
    return "Casewire Support";
  }

  @Override
  public String messageIdDomain() {
    return "casewire.example";
  }

  @Override
  public String signingKeys() {
    return "t1:dGVzdC1saW5rLWtleS0wMTIzNDU2Nzg5YWJjZGVmZ2hpamtsbW4=";
  }

  @Override
  public String sealKey() {
    return "dGVzdC1sZXR0ZXIta2V5LW5vdC1hLXNlY3JldC0wMTE=";
  }

  @Override
  public ZoneId zone() {
    return ZoneId.of("Asia/Shanghai");
  }

  @Override
  public URI casePage() {
    return URI.create("http://help.example/cases/");
  }

  @Override
  public URI deskPage() {
    return URI.create("http://desk.example/desk/cases/");
  }
}
