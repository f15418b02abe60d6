package io.casewire.intake.request;

import java.util.UUID;

/** The answer to a request that is a case now. */
record RequestAnswer(
    UUID caseId, String caseNumber, UUID messageId, String outcome, String trackingUrl) {

  static final String OPENED = "opened";
}
