package io.casewire.intake.classification;

import io.casewire.events.Category;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/**
 * Prints how well the classifier does on texts it has never seen.
 *
 * <p>With the argument {@code --tuning} it prints the cross-validation on the training texts
 * instead, which is what to look at when texts or settings change.
 */
public final class ClassifierEvaluation {

  private static final int CONFUSIONS = 15;

  private final PrintStream out;

  private ClassifierEvaluation(PrintStream out) {
    this.out = out;
  }

  /** Prints the tables of all languages. */
  public static void main(String... arguments) {
    ClassifierEvaluation evaluation = new ClassifierEvaluation(System.out);
    if (List.of(arguments).equals(List.of("--tuning"))) {
      evaluation.printTuning();
    } else if (arguments.length == 0) {
      evaluation.printHeldOut();
    } else {
      System.err.println("usage: classify eval [--tuning]");
      System.exit(2);
    }
  }

  /** The scores of a classifier on the held-out texts. */
  static Scores heldOut(Classifier classifier, TextLanguage language) {
    Scores scores = new Scores();
    for (LabelledText text : LabelledText.heldOut(language)) {
      Classification answer = classifier.classify(text.text(), language.tag());
      scores.add(text.category(), answer.category());
    }
    return scores;
  }

  private void printHeldOut() {
    Classifier classifier = new Classifier();
    for (TextLanguage language : TextLanguage.values()) {
      printTable(language, heldOut(classifier, language));
    }
  }

  private void printTable(TextLanguage language, Scores scores) {
    print("%n%-22s %5s %9s %6s %5s%n", language.tag(), "texts", "precision", "recall", "F1");
    for (Category category : Category.values()) {
      print(
          "%-22s %5d %9.2f %6.2f %5.2f%n",
          category.wireName(),
          scores.texts(category),
          scores.precision(category),
          scores.recall(category),
          scores.f1(category));
    }
    print("%-22s %28.3f%n", "macro-F1", scores.macroF1());
    print("%-22s %28.3f%n", "accuracy", scores.accuracy());
  }

  private void printTuning() {
    for (TextLanguage language : TextLanguage.values()) {
      CrossValidation validation = CrossValidation.of(language);
      print("%n%s: log loss %.3f,", language.tag(), validation.logLoss());
      print(" mean confidence %.3f,", validation.meanConfidence());
      print(" accuracy %.3f%n", validation.scores(0).accuracy());
      for (int percent = 0; percent <= 60; percent += 5) {
        Scores scores = validation.scores(percent / 100.0);
        print("  threshold %.2f  macro-F1 %.3f%n", percent / 100.0, scores.macroF1());
      }
      printConfusions(validation.scores(language.threshold()));
    }
  }

  private void printConfusions(Scores scores) {
    for (Scores.Confusion confusion : scores.confusions(CONFUSIONS)) {
      print(
          "  %-22s taken for %-22s %d times%n",
          confusion.right().wireName(), confusion.answer().wireName(), confusion.times());
    }
  }

  private void print(String format, Object... values) {
    out.print(String.format(Locale.ROOT, format, values));
  }
}
