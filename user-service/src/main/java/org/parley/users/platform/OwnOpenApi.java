package org.parley.users.platform;

import org.parley.contract.rest.OpenApiPart;

/** Of the whole description, what user-service answers. */
public class OwnOpenApi extends OpenApiPart {

  public OwnOpenApi() {
    super("users", "admin");
  }
}
