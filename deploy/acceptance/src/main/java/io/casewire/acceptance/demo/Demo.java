package io.casewire.acceptance.demo;

import io.casewire.acceptance.client.Desk;
import java.util.List;

/** All stories in one language. */
final class Demo {

  private final Desk desk;
  private final Narrator narrator;

  Demo(Desk desk, Narrator narrator) {
    this.desk = desk;
    this.narrator = narrator;
  }

  void play() {
    narrator.chapter("cast");
    new Cast(desk).assemble();
    narrator.tell("cast.done", Cast.AGENT, Cast.LEAD, Cast.OVERSEER);
    stories().forEach(Story::play);
    narrator.chapter("end");
  }

  private List<Story> stories() {
    return List.of(
        new WebStory(desk, narrator),
        new MailStory(desk, narrator),
        new ChatStory(desk, narrator),
        new EscalationStory(desk, narrator));
  }
}
