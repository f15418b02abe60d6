package io.casewire.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * Gives a Quarkus application under test an empty database of its own, a broker with the empty
 * topics of the stream, a token issuer and, when asked with the argument {@link #MAIL}, a mail
 * server; the application's configuration says where they are.
 *
 * <p>The servers are real: in containers where a container engine answers, else embedded. The
 * environment variable {@code CASEWIRE_TEST_INFRA} forces {@code containers} or {@code embedded}.
 * They run as long as the JVM, because starting them takes longer than most tests.
 */
public final class StackResource implements QuarkusTestResourceLifecycleManager {

  /** Argument: {@code true} for an application that sends or reads mail. */
  public static final String MAIL = "mail";

  private boolean withMail;

  @Override
  public void init(Map<String, String> arguments) {
    withMail = Boolean.parseBoolean(arguments.get(MAIL));
  }

  @Override
  public Map<String, String> start() {
    return SharedServers.prepareInSystemClassLoader(withMail);
  }

  /** Nothing stops here: see the class. */
  @Override
  public void stop() {}
}
