package io.casewire.acceptance.audit;

import java.io.PrintStream;
import java.util.List;

/** All answers of one audit. */
public record AuditReport(int cases, List<Finding> findings) {

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
    out.println(passed() ? "audit passed" : "audit FAILED");
  }
}
