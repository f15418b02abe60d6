package io.casewire.kit.web;

import io.casewire.kit.identity.Role;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** A page as services have them. */
@Path("/")
public class ProbePageResource {

  private final Pages pages;
  private final SecurityIdentity identity;

  ProbePageResource(Pages pages, SecurityIdentity identity) {
    this.pages = pages;
    this.identity = identity;
  }

  @CheckedTemplate(basePath = "test", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record ProbePage(String typed, String status) implements TemplateInstance {}

  @GET
  @Path("pages/probe")
  @RolesAllowed(Role.Names.AGENT)
  @Produces(MediaType.TEXT_HTML)
  public TemplateInstance page(@RestQuery @Nullable String typed, RoutingContext request) {
    return pages.staff(request, identity, new ProbePage(typed == null ? "" : typed, "open"));
  }

  @POST
  @Path("pages/probe")
  @RolesAllowed(Role.Names.LEAD)
  public Response change(@RestForm String typed) {
    String query = URLEncoder.encode(typed, StandardCharsets.UTF_8);
    return Response.seeOther(URI.create("/pages/probe?typed=" + query)).build();
  }

  @GET
  @Path("api/pages/probe")
  @RolesAllowed(Role.Names.AGENT)
  public String api() {
    return identity.getPrincipal().getName();
  }
}
