package io.casewire.routing.life;

/** Something that is to happen to a case. Time comes with it, nothing here asks a clock. */
public sealed interface CaseCommand permits StaffCommand, SystemCommand {}
