package org.parley.system.origin;

import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.resource.PathResourceManager;
import io.undertow.server.handlers.resource.ResourceHandler;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Serves the files of the browser client as nginx does: an address that is no file is one of the
 * client's own and gets index.html, and the security headers are those of nginx/conf/headers.conf,
 * read from there.
 */
final class BrowserClient {

  private static final Pattern HEADER =
      Pattern.compile(
          "^\\s*add_header\\s+(\\S+)\\s+(?:\"([^\"]*)\"|([^\\s;]+))", Pattern.MULTILINE);
  private static final String ASSETS = "/assets/";

  private BrowserClient() {}

  static HttpHandler in(Path www, Path headersFile) throws IOException {
    Map<HttpString, String> headers = readHeaders(Files.readString(headersFile));
    PathResourceManager files = new PathResourceManager(www);
    ResourceHandler index = new ResourceHandler(files);
    ResourceHandler found =
        new ResourceHandler(
            files,
            exchange -> {
              if (exchange.getRelativePath().startsWith(ASSETS)) {
                exchange.setStatusCode(404).endExchange();
              } else {
                exchange.setRelativePath("/index.html");
                index.handleRequest(exchange);
              }
            });
    found.addWelcomeFiles("index.html");
    return exchange -> {
      headers.forEach(exchange.getResponseHeaders()::put);
      // Names of assets carry a hash of their content; index.html names the present ones.
      boolean asset = exchange.getRelativePath().startsWith(ASSETS);
      exchange
          .getResponseHeaders()
          .put(Headers.CACHE_CONTROL, asset ? "public, max-age=31536000, immutable" : "no-cache");
      found.handleRequest(exchange);
    };
  }

  static Map<HttpString, String> readHeaders(String configuration) {
    Map<HttpString, String> headers = new LinkedHashMap<>();
    Matcher header = HEADER.matcher(configuration);
    while (header.find()) {
      headers.put(
          new HttpString(header.group(1)),
          header.group(2) == null ? header.group(3) : header.group(2));
    }
    return headers;
  }
}
