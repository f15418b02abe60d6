package io.casewire.acceptance.audit;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/**
 * All answers of one audit.
 *
 * @param repeatedMails mails that one mailbox got several times under one Message-ID, and how
 *     often: no offence after a crash, but worth a look
 */
public record AuditReport(int cases, List<Finding> findings, Map<String, Integer> repeatedMails) {

  public AuditReport {
    findings = List.copyOf(findings);
    repeatedMails = Map.copyOf(repeatedMails);
  }

  /** Whether nothing at all is wrong. */
  public boolean passed() {
    return findings.stream().allMatch(Finding::passed);
  }

  /** Prints a line for each question, and what is wrong beneath it. */
  public void print(PrintStream out) {
    out.printf("audit of %d accepted cases%n", cases);
    for (Finding finding : findings) {
      out.printf(
          "  %-4s %s%s%n",
          finding.passed() ? "ok" : "FAIL",
          finding.question(),
          finding.passed() ? "" : ": " + finding.count());
      finding.offences().forEach(offence -> out.println("         " + offence));
    }
    out.printf("  mails that came more than once: %d%n", repeatedMails.size());
    repeatedMails.forEach((mail, count) -> out.printf("         %s × %d%n", mail, count));
    out.println(passed() ? "audit passed" : "audit FAILED");
  }
}
