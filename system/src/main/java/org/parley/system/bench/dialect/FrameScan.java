package org.parley.system.bench.dialect;

import io.netty.buffer.ByteBuf;
import io.netty.util.AsciiString;

/** Finds what a frame says without parsing it: the load must cost less than what it measures. */
public final class FrameScan {

  /**
   * Behind the first quote of the value of the field type, which frames of Parley and of bare ws
   * begin with.
   */
  public static final int TYPE_AT = 9;

  private FrameScan() {}

  /**
   * Where what follows {@code label} begins, looked for from {@code from}; -1 when it is absent.
   */
  public static int after(ByteBuf frame, AsciiString label, int from) {
    int last = frame.writerIndex() - label.length();
    byte first = label.byteAt(0);
    for (int at = from; at <= last; at++) {
      at = frame.indexOf(at, last + 1, first);
      if (at < 0) {
        return -1;
      }
      if (isAt(frame, label, at)) {
        return at + label.length();
      }
    }
    return -1;
  }

  private static boolean isAt(ByteBuf frame, AsciiString label, int at) {
    for (int i = 1; i < label.length(); i++) {
      if (frame.getByte(at + i) != label.byteAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** The decimal number that begins here; 0 when none does. */
  public static long number(ByteBuf frame, int from) {
    long number = 0;
    for (int at = from; at < frame.writerIndex(); at++) {
      int digit = frame.getByte(at) - '0';
      if (digit < 0 || digit > 9) {
        break;
      }
      number = number * 10 + digit;
    }
    return number;
  }

  /** The hexadecimal number of this many digits that begins here. */
  static long hex(ByteBuf frame, int from, int digits) {
    long number = 0;
    for (int at = from; at < from + digits; at++) {
      number = number * 16 + Character.digit(frame.getByte(at), 16);
    }
    return number;
  }
}
