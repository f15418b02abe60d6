package io.casewire.kit.problem;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** An endpoint whose author forgot to say who may use it. */
@Path("/unguarded")
public class UnguardedResource {

  @GET
  public String get() {
    return "open to the world";
  }
}
