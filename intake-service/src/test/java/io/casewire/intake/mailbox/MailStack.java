package io.casewire.intake.mailbox;

import io.casewire.testkit.StackResource;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** Intake with a mail server beside it, and no poller but those that a test starts. */
public final class MailStack implements QuarkusTestProfile {

  @Override
  public List<TestResourceEntry> testResources() {
    return List.of(new TestResourceEntry(StackResource.class, Map.of(StackResource.MAIL, "true")));
  }

  @Override
  public boolean disableGlobalTestResources() {
    return true;
  }
}
