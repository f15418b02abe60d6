package io.casewire.intake.mail.parse;

import java.util.ArrayList;
import java.util.List;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.BodyDescriptorBuilder;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.RawField;

/** Collects the fields of one header for Mime4j. */
final class PartHeadersBuilder implements BodyDescriptorBuilder {

  private final String defaultType;
  private final List<RawField> fields = new ArrayList<>();

  PartHeadersBuilder(String defaultType) {
    this.defaultType = defaultType;
  }

  @Override
  public void reset() {
    fields.clear();
  }

  @Override
  public Field addField(RawField field) {
    fields.add(field);
    return field;
  }

  @Override
  public BodyDescriptor build() {
    return new PartHeaders(fields, defaultType);
  }

  @Override
  public BodyDescriptorBuilder newChild() {
    boolean digest = build().getMimeType().equals("multipart/digest");
    return new PartHeadersBuilder(digest ? "message/rfc822" : "text/plain");
  }
}
