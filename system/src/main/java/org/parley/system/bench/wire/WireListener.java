package org.parley.system.bench.wire;

import io.netty.buffer.ByteBuf;

/** Who is at our end of a {@link Wire}; called by its thread. */
public interface WireListener {

  /** It may be spoken on from now on. */
  void opened(Wire wire);

  /** A text frame. Hot: called for every delivery, and must not keep the buffer. */
  void heard(ByteBuf text);

  /** It was closed, or never opened; not called after {@link Wire#drop}. */
  void ended(Throwable cause);
}
