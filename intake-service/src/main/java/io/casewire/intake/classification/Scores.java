package io.casewire.intake.classification;

import io.casewire.events.Category;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Counts which answer each labelled text got, and what follows from that. */
final class Scores {

  /** Rows are the right categories, columns the answers. */
  private final int[][] answers = new int[LinearModel.CATEGORIES][LinearModel.CATEGORIES];

  void add(Category right, Category answer) {
    answers[right.ordinal()][answer.ordinal()]++;
  }

  /** How many texts of this category there were. */
  int texts(Category category) {
    return Arrays.stream(answers[category.ordinal()]).sum();
  }

  /** The share of the texts answered with this category that are of it; 0 when none was. */
  double precision(Category category) {
    int answered = 0;
    for (int[] row : answers) {
      answered += row[category.ordinal()];
    }
    return share(right(category), answered);
  }

  /** The share of the texts of this category that were answered with it; 0 when there are none. */
  double recall(Category category) {
    return share(right(category), texts(category));
  }

  /** The harmonic mean of precision and recall. */
  double f1(Category category) {
    double precision = precision(category);
    double recall = recall(category);
    return share(2 * precision * recall, precision + recall);
  }

  /** The mean F1 of all categories, {@link Category#OTHER} among them, whatever their sizes. */
  double macroF1() {
    return Arrays.stream(Category.values()).mapToDouble(this::f1).average().orElse(0);
  }

  /** The share of all texts that were answered rightly. */
  double accuracy() {
    int right = Arrays.stream(Category.values()).mapToInt(this::right).sum();
    return share(right, Arrays.stream(Category.values()).mapToInt(this::texts).sum());
  }

  /** The most frequent wrong answers, most frequent first. */
  List<Confusion> confusions(int limit) {
    List<Confusion> all = new ArrayList<>();
    for (Category right : Category.values()) {
      for (Category answer : Category.values()) {
        int times = answers[right.ordinal()][answer.ordinal()];
        if (right != answer && times > 0) {
          all.add(new Confusion(right, answer, times));
        }
      }
    }
    return all.stream()
        .sorted(Comparator.comparingInt(Confusion::times).reversed())
        .limit(limit)
        .toList();
  }

  private int right(Category category) {
    return answers[category.ordinal()][category.ordinal()];
  }

  private static double share(double part, double whole) {
    return whole == 0 ? 0 : part / whole;
  }

  record Confusion(Category right, Category answer, int times) {}
}
