package org.parley.system.origin;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.util.UUID;

/** What the embedded proxy says itself, as nginx/conf/refusals.conf and routes.conf do. */
final class OwnAnswers {

  private static final HttpString REQUEST_ID = new HttpString("X-Request-ID");

  private OwnAnswers() {}

  /** Makes of a request for /openapi one for the file that holds it. */
  static void describeRest(HttpServerExchange exchange) {
    exchange
        .getResponseHeaders()
        .put(REQUEST_ID, UUID.randomUUID().toString())
        .put(Headers.CONTENT_TYPE, "application/yaml");
    exchange.setRelativePath("/openapi.yaml");
  }

  /** There is nothing at this address, as a problem. */
  static void refuse(HttpServerExchange exchange) {
    String requestId = UUID.randomUUID().toString();
    exchange
        .getResponseHeaders()
        .put(REQUEST_ID, requestId)
        .put(Headers.CACHE_CONTROL, "no-store")
        .put(Headers.CONTENT_TYPE, "application/problem+json");
    exchange
        .setStatusCode(404)
        .getResponseSender()
        .send(
            """
            {"type":"about:blank","title":"There is nothing here","status":404,"code":"not_found",\
            "detail":"There is nothing at this address.","request_id":"%s"}"""
                .formatted(requestId));
  }
}
