package io.casewire.kit.parking;

/** Why a record waits. */
public enum ParkingReason {
  /** It can't be read or applied. */
  POISON,
  /** Its predecessor has not come yet. */
  GAP,
  /** Its number belongs to another event of its source, which was applied. */
  CONFLICT,
  /** Its subject was parked before. */
  BEHIND_PARKED
}
