package io.casewire.events;

/** The CloudEvents sources of the services. */
public final class Sources {

  public static final String INTAKE = "/casewire/intake";
  public static final String ROUTING = "/casewire/routing";
  public static final String SLA = "/casewire/sla";
  public static final String NOTIFICATION = "/casewire/notification";

  private Sources() {}
}
