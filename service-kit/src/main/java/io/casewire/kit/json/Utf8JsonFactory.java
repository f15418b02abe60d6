package io.casewire.kit.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.IOContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * Reads bytes as UTF-8 and nothing else: Jackson alone guesses UTF-16 and UTF-32, and lets
 * encodings through that UTF-8 forbids (surrogates, overlong forms).
 */
final class Utf8JsonFactory extends JsonFactory {

  private static final long serialVersionUID = 1L;

  Utf8JsonFactory(StreamReadConstraints limits) {
    setStreamReadConstraints(limits);
  }

  private Utf8JsonFactory(Utf8JsonFactory source) {
    super(source, null);
  }

  @Override
  public JsonFactory copy() {
    return new Utf8JsonFactory(this);
  }

  @Override
  protected JsonParser _createParser(InputStream in, IOContext context) throws IOException {
    return _createParser(
        // A decoder made this way reports what it can't decode; one made from a name replaces it.
        new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()), context);
  }

  @Override
  protected JsonParser _createParser(byte[] data, int offset, int length, IOContext context)
      throws IOException {
    return _createParser(new ByteArrayInputStream(data, offset, length), context);
  }
}
