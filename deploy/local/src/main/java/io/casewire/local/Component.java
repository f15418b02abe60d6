package io.casewire.local;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A part of the stack. The order is that of the listings. */
enum Component {
  INTAKE,
  ROUTING,
  NOTIFICATION,
  SLA,
  KAFKA,
  POSTGRES,
  MAIL,
  ISSUER;

  /** The name that people type. */
  String typedName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it is one of the services, and so may have several replicas. */
  boolean isService() {
    return switch (this) {
      case INTAKE, ROUTING, NOTIFICATION, SLA -> true;
      case KAFKA, POSTGRES, MAIL, ISSUER -> false;
    };
  }

  static List<Component> services() {
    return Arrays.stream(values()).filter(Component::isService).toList();
  }

  static List<Component> servers() {
    return Arrays.stream(values()).filter(component -> !component.isService()).toList();
  }

  static Optional<Component> named(String typedName) {
    return Arrays.stream(values())
        .filter(component -> component.typedName().equals(typedName))
        .findFirst();
  }
}
