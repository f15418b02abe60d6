package io.casewire.local;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "down", description = "Stop the stack and keep its data.")
final class DownCommand implements Runnable {

  @Parameters(
      arity = "0..1",
      paramLabel = "<process>",
      description = "Stop only this process, for example routing or intake-2.")
  private @Nullable String process;

  @Override
  public void run() {
    var home = StackHome.ofScript();
    var stack = new Stack(home, Settings.load(home.settings()), System.out);
    home.whileLocked(() -> stop(stack, home));
  }

  private void stop(Stack stack, StackHome home) {
    if (process == null) {
      stack.down();
      System.out.println("Casewire is down; its data stays in " + home.data());
    } else {
      stack.stop(Instance.named(process));
      System.out.println(process + " is down");
    }
  }
}
