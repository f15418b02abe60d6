package io.casewire.intake.mail.parse;

import io.casewire.intake.mail.text.TextCut;

/** File names that are safe to show and to save under. */
final class FileNames {

  private static final int MAX_LENGTH = 255;
  private static final int LONGEST_EXTENSION = 10;

  private FileNames() {}

  /**
   * The name without folders, control characters and the invisible ones that turn {@code exe.gpj}
   * around; one made up from the media type when nothing is left.
   */
  static String clean(String name, String mediaType) {
    String visible = name.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]", "");
    int folder = Math.max(visible.lastIndexOf('/'), visible.lastIndexOf('\\'));
    String base = visible.substring(folder + 1).replaceAll("[:*?\"<>|]", "_").strip();
    return base.chars().allMatch(c -> c == '.') ? madeUp(mediaType) : shorten(base);
  }

  private static String shorten(String name) {
    if (name.length() <= MAX_LENGTH) {
      return name;
    }
    int dot = name.lastIndexOf('.');
    String extension = name.length() - dot <= LONGEST_EXTENSION ? name.substring(dot) : "";
    return TextCut.at(name, MAX_LENGTH - extension.length()) + extension;
  }

  private static String madeUp(String mediaType) {
    return switch (mediaType) {
      case "message/rfc822", "message/global" -> "message.eml";
      case "message/delivery-status" -> "delivery-status.txt";
      case "text/rfc822-headers", "message/global-headers" -> "headers.txt";
      case "text/calendar" -> "invitation.ics";
      case "image/jpeg" -> "image.jpg";
      case "image/png" -> "image.png";
      case "application/pdf" -> "document.pdf";
      default -> "attachment";
    };
  }
}
