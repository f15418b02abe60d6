package io.casewire.intake.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;

/** Frames as JSON, as strict as the bodies of requests. */
@ApplicationScoped
class Frames {

  static final String INVALID = "invalid-frame";
  static final String UNKNOWN_TYPE = "unknown-type";

  private final ObjectMapper json;
  private final Validator validator;

  Frames(ObjectMapper json, Validator validator) {
    this.json = json;
    this.validator = validator;
  }

  /**
   * Reads a frame.
   *
   * @throws FrameException if it is none
   */
  ClientFrame read(String text) {
    ClientFrame frame = parse(text);
    if (frame == null) {
      throw new FrameException(INVALID, "must not be null");
    }
    for (ConstraintViolation<ClientFrame> violation : validator.validate(frame)) {
      throw new FrameException(INVALID, violation.getPropertyPath() + " " + violation.getMessage());
    }
    return frame;
  }

  String write(ServerFrame frame) {
    try {
      return json.writeValueAsString(frame);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a frame has a JSON form", e);
    }
  }

  private ClientFrame parse(String text) {
    try {
      return json.readValue(text, ClientFrame.class);
    } catch (InvalidTypeIdException e) {
      throw new FrameException(UNKNOWN_TYPE, "type is not one that a client sends");
    } catch (JsonProcessingException e) {
      throw new FrameException(INVALID, "is not the JSON of a frame");
    }
  }
}
