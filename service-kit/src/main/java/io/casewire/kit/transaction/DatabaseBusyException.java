package io.casewire.kit.transaction;

/** All connections to the database were in use for too long. Trying again later helps. */
public class DatabaseBusyException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DatabaseBusyException() {
    super("no connection to the database came free", null, false, false);
  }
}
