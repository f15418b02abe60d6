package io.casewire.kit.problem;

import io.casewire.kit.identity.Caller;
import io.casewire.kit.identity.Channel;
import io.casewire.kit.identity.Role;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Endpoints that fail, or are guarded, in every way that a service's endpoints can be. */
@Path("/probe")
@PermitAll
public class ProbeResource {

  private final SecurityIdentity identity;

  ProbeResource(SecurityIdentity identity) {
    this.identity = identity;
  }

  public enum Channels {
    WEB,
    EMAIL
  }

  public record Attached(@NotBlank String fileName) {}

  public record Question(
      @NotBlank String subject,
      @Nullable Channels channel,
      @Nullable List<@Valid @NotNull Attached> attachments) {}

  @POST
  @Path("/questions")
  public Question ask(@Valid Question question) {
    return question;
  }

  public record Words(@NotBlank String text) {}

  @POST
  @Path("/nothing")
  public String nothing() {
    return "done";
  }

  @POST
  @Path("/words")
  public Uni<Words> words(@Valid @NotNull Words words) {
    return Uni.createFrom().item(words);
  }

  @POST
  @Path("/words/blocking")
  public Words wordsOnWorker(@Valid @NotNull Words words) {
    return words;
  }

  @PUT
  @Path("/questions")
  public Question replace(@Valid Question question) {
    return question;
  }

  @GET
  @Path("/questions")
  @Produces(MediaType.APPLICATION_JSON)
  public List<String> list(@RestQuery @Max(200) int limit) {
    return List.of();
  }

  @POST
  @Path("/bytes")
  @Consumes("message/rfc822")
  public int bytes(byte[] body) {
    return body.length;
  }

  @GET
  @Path("/broken")
  public String broken() {
    throw new IllegalStateException("the customer's secret");
  }

  @GET
  @Path("/bare")
  public Response bare() {
    return Response.status(409).build();
  }

  @GET
  @Path("/outdated")
  public String outdated() {
    throw new WebApplicationException(410);
  }

  @GET
  @Path("/busy")
  public String busy() {
    throw Problem.tooMany(Duration.ofMillis(1500));
  }

  @GET
  @Path("/illegal")
  public String illegal() {
    throw Problem.conflict(
            "illegal-transition", "The case can't go there", "A closed case is final.")
        .withMember("allowed", List.of("open", "resolved"));
  }

  @GET
  @Path("/agent")
  @RolesAllowed(Role.Names.AGENT)
  public Caller agent() {
    return Caller.of(identity);
  }

  @GET
  @Path("/supervisor")
  @RolesAllowed(Role.Names.SUPERVISOR)
  public Caller supervisor() {
    return Caller.of(identity);
  }

  @GET
  @Path("/channel")
  @RolesAllowed(Channel.ROLE)
  public Channel channel() {
    return Channel.of(identity).orElseThrow();
  }

  @GET
  @Path("/agent-or-channel")
  @RolesAllowed({Role.Names.AGENT, Channel.ROLE})
  public String agentOrChannel() {
    return identity.getPrincipal().getName();
  }
}
