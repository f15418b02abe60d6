package io.casewire.acceptance.stack;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test the stack under test: the deployment that system properties name, or a stack of the
 * tests' own, which starts once for all tests and ends with the last one.
 */
public final class StackExtension implements BeforeAllCallback, ParameterResolver {

  private static final Namespace NAMESPACE = Namespace.create(StackExtension.class);

  /** Whether system properties name a deployment. */
  public static boolean isDeployed() {
    return System.getProperty("casewire.intake") != null;
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    QuietKafka.please();
    if (!isDeployed()) {
      own(context);
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Deployment.class || type == LocalStack.class && !isDeployed();
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    if (isDeployed()) {
      return Deployment.ofSystemProperties();
    }
    LocalStack stack = own(context).stack();
    return parameter.getParameter().getType() == LocalStack.class ? stack : Deployment.of(stack);
  }

  private static OwnStack own(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .computeIfAbsent(OwnStack.class, _ -> start(), OwnStack.class);
  }

  private static OwnStack start() {
    Path root = Path.of(System.getProperty("casewire.root"));
    return OwnStack.start(
        new LocalStack(root, Path.of(System.getProperty("casewire.own-stack"))),
        // An answer that nobody takes in the chat goes by mail so soon that a test can wait for it.
        Map.of("service.casewire.notification.chat-continuity", "PT5S"),
        "--replicas",
        "intake=2,routing=2,notification=2,sla=2");
  }
}
