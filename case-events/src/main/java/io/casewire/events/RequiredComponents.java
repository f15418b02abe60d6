package io.casewire.events;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an event must carry, told by its record: every component that is not {@code @Nullable}.
 * Checked in both directions, so that neither a producer's slip nor a body from elsewhere brings a
 * null where the type promises a value.
 */
final class RequiredComponents {

  private static final ClassValue<List<Component>> COMPONENTS =
      new ClassValue<>() {
        @Override
        protected List<Component> computeValue(Class<?> type) {
          return Arrays.stream(type.getRecordComponents()).map(Component::of).toList();
        }
      };

  private RequiredComponents() {}

  /** The first required component that is missing, as a path such as {@code personal.text}. */
  static Optional<String> firstMissing(Object record) {
    for (Component component : COMPONENTS.get(record.getClass())) {
      Optional<String> missing = component.firstMissing(record);
      if (missing.isPresent()) {
        return missing;
      }
    }
    return Optional.empty();
  }

  private record Component(String name, Method accessor, boolean required) {

    static Component of(RecordComponent component) {
      return new Component(
          component.getName(),
          component.getAccessor(),
          !component.getAnnotatedType().isAnnotationPresent(Nullable.class));
    }

    Optional<String> firstMissing(Object owner) {
      return switch (valueIn(owner)) {
        case null -> required ? Optional.of(name) : Optional.empty();
        case Record nested -> within(RequiredComponents.firstMissing(nested));
        case List<?> list ->
            list.stream()
                .filter(Record.class::isInstance)
                .map(RequiredComponents::firstMissing)
                .flatMap(Optional::stream)
                .findFirst()
                .flatMap(missing -> within(Optional.of(missing)));
        default -> Optional.empty();
      };
    }

    private Optional<String> within(Optional<String> missing) {
      return missing.map(path -> name + "." + path);
    }

    private @Nullable Object valueIn(Object owner) {
      try {
        return accessor.invoke(owner);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("accessors of the contract are public: " + accessor, e);
      }
    }
  }
}
