package org.parley.system.bench.peer;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.parley.system.bench.load.LoadProblem;

/**
 * What a chat instance holds that must not grow: memory, threads, sockets, sessions, subscriptions.
 *
 * @param port where it answers {@code /metrics}
 */
public record Holdings(int port, int redisPort, HttpClient http) {

  private static final double BYTES_PER_MIB = 1024 * 1024;

  /** As its metrics and Redis say now. */
  public Map<String, Double> now() throws InterruptedException {
    try {
      String metrics = metrics();
      Map<String, Double> holdings = new LinkedHashMap<>();
      holdings.put("heap_after_gc_mib", sum(metrics, "memory_usedHeap_bytes") / BYTES_PER_MIB);
      holdings.put("threads", sum(metrics, "thread_count"));
      holdings.put("sockets", sum(metrics, "websocket_connections"));
      holdings.put("http_sessions", sum(metrics, "session_liveSessions"));
      holdings.put("subscriptions", sum(redis().replace(':', ' '), "pubsub_channels"));
      return holdings;
    } catch (IOException e) {
      throw new LoadProblem("What the instance holds cannot be read.", e);
    }
  }

  private String metrics() throws IOException, InterruptedException {
    URI address = URI.create("http://127.0.0.1:" + port + "/metrics");
    return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).body();
  }

  /** Its statistics, as one answer: a length, then the text. */
  private String redis() throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), redisPort);
        OutputStream out = socket.getOutputStream()) {
      out.write("INFO stats\r\nQUIT\r\n".getBytes(StandardCharsets.US_ASCII));
      out.flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }
  }

  /**
   * Over all lines of this name, whatever their labels.
   *
   * @throws LoadProblem when there is none: another name is no sign that nothing grows
   */
  static double sum(String text, String name) {
    double[] values =
        text.lines()
            .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
            .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
            .toArray();
    if (values.length == 0) {
      throw new LoadProblem("The instance knows no metric " + name + ".");
    }
    return Arrays.stream(values).sum();
  }
}
