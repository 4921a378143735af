package org.parley.chat.live;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.parley.chat.devices.DeviceSockets;
import org.parley.chat.entrance.RoomEntrance;
import org.parley.chat.limit.SocketLimits;
import org.parley.chat.platform.EntranceThreads;
import org.parley.chat.platform.Pulse;
import org.parley.chat.platform.SocketSettings;
import org.parley.chat.socket.Connection;
import org.parley.chat.socket.Sockets;

/**
 * What the endpoint of each socket works with. Found without the container: what it does to inject
 * one, and {@code CDI.current()}, walk the stack with every handshake, which was an eighth of what
 * ten thousand returning clients cost.
 */
@ApplicationScoped
class Endpoints {

  private static final AtomicReference<@Nullable Endpoints> STARTED = new AtomicReference<>();

  @Inject private FrameHandler frames;
  @Inject private SocketLimits limits;
  @Inject private RoomEntrance entrance;
  @Inject private EntranceThreads entranceThreads;
  @Inject private Sockets sockets;
  @Inject private DeviceSockets devices;
  @Inject private SocketSettings settings;
  @Inject private Pulse pulse;

  void start(@Observes Startup startup) {
    STARTED.set(this);
  }

  static Endpoints ofThisApplication() {
    return requireNonNull(STARTED.get(), "no socket is opened before the application has started");
  }

  Inbox inbox(Connection connection) {
    return new Inbox(connection, frames, entranceThreads, sockets.readersPace(), pulse::isMissing);
  }

  FrameHandler frames() {
    return frames;
  }

  SocketLimits limits() {
    return limits;
  }

  RoomEntrance entrance() {
    return entrance;
  }

  Sockets sockets() {
    return sockets;
  }

  DeviceSockets devices() {
    return devices;
  }

  boolean allowsOrigin(String origin) {
    return settings.allowedOrigins().contains(origin);
  }
}
