package org.parley.chat.live;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.chat.platform.SocketSettings;

/**
 * Who may open a socket: a browser that shows one of our own pages, or a client that is no browser
 * and so sends no {@code Origin}. Everybody else is refused with 403. The container makes this
 * object, so it looks its settings up.
 */
public class Handshake extends ServerEndpointConfig.Configurator {

  /** The client is in many rooms at once and names the room in every frame. */
  static final String MANY_ROOMS = "parley.v1";

  /** The same, and it reads several frames in one text, a JSON object a line. */
  static final String BATCH = "parley.v1.batch";

  /** Joined frames cost the server less, so a client that reads them gets them. */
  private static final List<String> PREFERRED = List.of(BATCH, MANY_ROOMS);

  @Override
  public boolean checkOrigin(@Nullable String origin) {
    return origin == null
        || origin.isEmpty()
        || CDI.current().select(SocketSettings.class).get().allowedOrigins().contains(origin);
  }

  @Override
  public String getNegotiatedSubprotocol(List<String> supported, List<String> requested) {
    return PREFERRED.stream().filter(requested::contains).findFirst().orElse("");
  }
}
