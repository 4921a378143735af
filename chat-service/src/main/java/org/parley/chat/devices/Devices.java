package org.parley.chat.devices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import org.parley.chat.cluster.Broadcast;
import org.parley.chat.protocol.FrameCodec;
import org.parley.chat.protocol.ServerFrame;

/**
 * Tells a person something on all their sockets that speak a subprotocol, in whichever rooms they
 * are, on every instance. Frames are lost to slow readers and while Redis is away, and those of
 * different instances overtake each other.
 */
@ApplicationScoped
public class Devices {

  @Inject private Broadcast broadcast;

  /** Never throws and never waits. The sockets of this instance have it when this returns. */
  public void tell(long userId, ServerFrame frame) {
    broadcast.publishTo(userId, FrameCodec.encode(frame).getBytes(StandardCharsets.UTF_8));
  }
}
