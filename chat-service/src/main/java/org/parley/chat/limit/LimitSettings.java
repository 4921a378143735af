package org.parley.chat.limit;

import org.parley.contract.limit.LimitReader;
import org.parley.contract.limit.Rate;
import org.parley.contract.limit.TrustedProxies;

/**
 * How often each may be done, and how many there may be.
 *
 * @param on whether any limit holds
 * @param sockets how many are open at a time
 * @param proxies who may say from where a socket comes
 */
record LimitSettings(boolean on, Rates rates, Sockets sockets, TrustedProxies proxies) {

  /**
   * How often.
   *
   * @param send messages and changes of a person
   * @param join rooms a person comes into
   * @param createRoom rooms a person makes
   * @param frames of a socket, whatever they are
   * @param history pages of messages a person reads
   * @param directory pages of rooms a person looks through, and of their members
   * @param export copies a person takes of what they wrote
   */
  record Rates(
      Rate send,
      Rate join,
      Rate createRoom,
      Rate frames,
      Rate history,
      Rate directory,
      Rate export) {

    static Rates from(LimitReader reader) {
      return new Rates(
          reader.rate("PARLEY_LIMIT_SEND", "20/s burst 40"),
          // The burst: who comes back to a hundred rooms comes back at once, and again.
          reader.rate("PARLEY_LIMIT_JOIN", "10/s burst 200"),
          reader.rate("PARLEY_LIMIT_CREATE_ROOM", "30/h"),
          // The burst: coming back to a hundred rooms, with what waited in the outbox behind.
          reader.rate("PARLEY_LIMIT_FRAMES", "100/s burst 300"),
          // The burst: a page of each of a hundred rooms on several devices, after a resync.
          reader.rate("PARLEY_LIMIT_HISTORY", "20/s burst 500"),
          // Who types a name asks with every letter.
          reader.rate("PARLEY_LIMIT_DIRECTORY", "10/s burst 200"),
          // Each reads everything somebody ever wrote; a download may break off and begin again.
          reader.rate("PARLEY_LIMIT_EXPORT", "5/h"));
    }
  }

  /**
   * Sockets that are open at a time, on this instance.
   *
   * @param strangers those of an address on which nobody is yet
   */
  record Sockets(int perAddress, int perPerson, int strangers) {}

  static LimitSettings from(LimitReader reader) {
    return new LimitSettings(
        reader.isOn(),
        Rates.from(reader),
        new Sockets(
            reader.number("PARLEY_LIMIT_SOCKETS_ADDRESS", 200),
            reader.number("PARLEY_LIMIT_SOCKETS_PERSON", 20),
            reader.number("PARLEY_LIMIT_SOCKETS_UNAUTHENTICATED", 50)),
        reader.proxies());
  }
}
