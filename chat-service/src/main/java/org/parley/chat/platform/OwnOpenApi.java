package org.parley.chat.platform;

import org.parley.contract.rest.OpenApiPart;

/** Of the whole description, what chat-service answers. */
public class OwnOpenApi extends OpenApiPart {

  public OwnOpenApi() {
    super("rooms", "messages");
  }
}
