package io.casewire.acceptance.load;

import io.casewire.acceptance.load.CustomerTexts.Text;
import java.time.Duration;

/**
 * One customer of a load, who writes first at his appointed time.
 *
 * @param address his alone
 * @param appointedNanos the time, as {@link System#nanoTime} counts
 * @param writesAgain whether he has more to say once he is answered
 */
record Customer(
    long number,
    Channel channel,
    String address,
    Text text,
    long appointedNanos,
    boolean writesAgain) {

  /** How long ago he wanted to write: a stall of the stack is felt by all who were due. */
  Duration waiting() {
    return Duration.ofNanos(System.nanoTime() - appointedNanos);
  }
}
