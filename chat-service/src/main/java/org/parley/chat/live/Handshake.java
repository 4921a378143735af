package org.parley.chat.live;

import jakarta.websocket.server.ServerEndpointConfig;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who may open a socket: a browser that shows one of our own pages, or a client that is no browser
 * and so sends no {@code Origin}. Everybody else is refused with 403. The container makes this
 * object, so it has to find {@link Endpoints} by itself.
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
    return origin == null || origin.isEmpty() || Endpoints.ofThisApplication().allowsOrigin(origin);
  }

  /** Without the container's injection; see {@link Endpoints}. */
  @Override
  public <T> T getEndpointInstance(Class<T> type) {
    return type.cast(new ChatEndpoint());
  }

  @Override
  public String getNegotiatedSubprotocol(List<String> supported, List<String> requested) {
    return PREFERRED.stream().filter(requested::contains).findFirst().orElse("");
  }
}
