package io.casewire.kit.health;

import io.casewire.kit.loop.LoopSupervisor;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * A process is alive while its loops are. One that hangs, and does not fail, is only helped by a
 * new process; faults of the database or the broker make passes fail and are no reason for that.
 */
@Liveness
@ApplicationScoped
class LoopLiveness implements HealthCheck {

  private final LoopSupervisor loops;

  LoopLiveness(LoopSupervisor loops) {
    this.loops = loops;
  }

  @Override
  public HealthCheckResponse call() {
    var silent = loops.silent();
    var answer = HealthCheckResponse.named("loops").status(silent.isEmpty());
    silent.forEach((loop, silence) -> answer.withData(loop, silence.toSeconds()));
    return answer.build();
  }
}
