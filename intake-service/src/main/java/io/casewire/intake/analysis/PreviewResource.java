package io.casewire.intake.analysis;

import io.casewire.events.Category;
import io.casewire.kit.identity.Channel;
import io.casewire.kit.identity.Role;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Shows the category and language that intake would find for texts, and stores none of them. */
@Path("/api/v1/classifications/preview")
class PreviewResource {

  /** A text is analysed as if its writer had named no language. */
  private static final String LOCALE = "en";

  private final TextAnalysis analysis;

  PreviewResource(TextAnalysis analysis) {
    this.analysis = analysis;
  }

  /** The texts to analyse; each has the limit of a message. */
  record PreviewTexts(
      @NotEmpty @Size(max = 100) List<@NotNull @Size(max = 100_000) String> texts) {}

  /** What the texts are about, in their order. */
  record PreviewAnswer(List<PreviewItem> items) {}

  /**
   * What a text is about.
   *
   * @param confidence 0 to 1
   */
  record PreviewItem(Category category, String language, double confidence) {}

  /**
   * Nothing of the texts is kept. On a worker thread, because the analysis takes processor time.
   */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed({Role.Names.AGENT, Channel.ROLE})
  @Blocking
  public PreviewAnswer preview(@Valid @NotNull PreviewTexts texts) {
    return new PreviewAnswer(texts.texts().stream().map(this::item).toList());
  }

  private PreviewItem item(String text) {
    AnalysedText found = analysis.analyse(null, text, LOCALE, null);
    return new PreviewItem(found.category(), found.language(), found.confidence());
  }
}
