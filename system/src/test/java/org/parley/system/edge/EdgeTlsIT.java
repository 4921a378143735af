package org.parley.system.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.Visitor;
import org.parley.system.support.WithRunningSystem;

/** The origin with a certificate. */
@WithRunningSystem
class EdgeTlsIT {

  /** A ClientHello of TLS 1.1 with ECDHE_RSA and ECDHE_ECDSA with AES_128_CBC_SHA. */
  private static final byte[] HELLO_OF_TLS_1_1 =
      HexFormat.of()
          .parseHex(
              "160301002f"
                  + "0100002b"
                  + "0302"
                  + "5a".repeat(32)
                  + "00"
                  + "0004c013c009"
                  + "0100");

  private static final int ALERT = 21;
  private static final int PROTOCOL_VERSION = 70; // RFC 5246 §7.2

  private static Identity first;
  private static Identity second;
  private static SSLContext trust;

  private final RunningSystem system;
  private Edge edge;

  EdgeTlsIT(RunningSystem system) {
    this.system = system;
  }

  @BeforeAll
  static void identities(@TempDir Path folder) throws Exception {
    first = Identity.make(folder);
    second = Identity.make(folder);
    trust = Identity.trusting(first, second);
  }

  @BeforeEach
  void edge(@TempDir Path folder) throws Exception {
    edge = Edge.of(system, folder).name("chat-service", "127.0.0.1");
    first.writeTo(edge.tls());
    edge.start();
  }

  @AfterEach
  void stop() throws Exception {
    if (edge != null) {
      edge.close();
    }
  }

  @Test
  void answersClientAndRestOverHttp2() throws Exception {
    HttpResponse<String> page = get(edge.https("/rooms/7"));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.version()).isEqualTo(Version.HTTP_2);
    assertThat(page.body()).contains("<html");
    assertThat(page.headers().firstValue("Strict-Transport-Security")).contains("max-age=63072000");
    assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
    assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");

    String name = Visitor.freshName("tls");
    HttpResponse<String> registered =
        send(
            HttpRequest.newBuilder(edge.https("/api/v1/users/register"))
                .header("Content-Type", "application/json")
                .POST(
                    BodyPublishers.ofString(
                        """
                        {"username":"%1$s","email":"%1$s@example.org","password":"correct horse %1$s"}"""
                            .formatted(name)))
                .build());
    assertThat(registered.statusCode()).as(registered.body()).isEqualTo(200);
    assertThat(registered.version()).isEqualTo(Version.HTTP_2);
    assertThat(registered.headers().firstValue("Strict-Transport-Security")).isPresent();
    HttpResponse<String> refused = get(edge.https("/api/v1/rooms"));
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
  }

  @Test
  void opensSockets() throws Exception {
    URI address = URI.create("wss://localhost:" + edge.tlsPort() + "/ws");
    WebSocket socket =
        client()
            .newWebSocketBuilder()
            .subprotocols("parley.v1")
            .buildAsync(address, new WebSocket.Listener() {})
            .get(20, TimeUnit.SECONDS);
    assertThat(socket.getSubprotocol()).isEqualTo("parley.v1");
    socket.abort();
  }

  @Test
  void sendsFilesAsTheyWereCompressedWhenBuilt() throws Exception {
    Path script;
    try (Stream<Path> assets = Files.list(Path.of("../nginx/target/www/assets"))) {
      // The chunks of other languages may be too short to gain by compression.
      script =
          assets
              .filter(file -> file.getFileName().toString().matches("main-.*\\.js"))
              .findFirst()
              .orElseThrow();
    }
    HttpResponse<byte[]> answer =
        client()
            .send(
                HttpRequest.newBuilder(edge.https("/assets/" + script.getFileName()))
                    .header("Accept-Encoding", "gzip")
                    .build(),
                BodyHandlers.ofByteArray());
    assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(answer.headers().firstValue("Content-Type"))
        .contains("text/javascript; charset=utf-8");
    assertThat(answer.headers().firstValue("Vary")).contains("Accept-Encoding");
    assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
    assertThat(answer.body())
        .isEqualTo(Files.readAllBytes(script.resolveSibling(script.getFileName() + ".gz")));
  }

  @Test
  void thePlainPortOnlyLeadsThere() {
    HttpResponse<String> answer = get(edge.http("/api/v1/rooms?q=a%20b"));
    assertThat(answer.statusCode()).isEqualTo(308);
    assertThat(answer.headers().firstValue("Location"))
        .contains("https://localhost/api/v1/rooms?q=a%20b");
    assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void speaks(String protocol) throws Exception {
    try (SSLSocket socket =
        (SSLSocket) trust.getSocketFactory().createSocket("localhost", edge.tlsPort())) {
      socket.setEnabledProtocols(new String[] {protocol});
      socket.startHandshake();
      assertThat(socket.getSession().getProtocol()).isEqualTo(protocol);
    }
  }

  @Test
  void refusesTls11() throws Exception {
    try (Socket socket = new Socket("localhost", edge.tlsPort())) {
      socket.getOutputStream().write(HELLO_OF_TLS_1_1);
      byte[] answer = new byte[7];
      new DataInputStream(socket.getInputStream()).readFully(answer);
      assertThat(answer[0]).isEqualTo((byte) ALERT);
      assertThat(answer[6]).isEqualTo((byte) PROTOCOL_VERSION);
    }
  }

  @Test
  void followsTheCertificateAndKeepsTheOldOneWhereTheNewIsBroken() throws Exception {
    assertThat(served()).isEqualTo(first);
    second.writeTo(edge.tls());
    edge.await("the other certificate", () -> served().equals(second));

    String whole = Files.readString(edge.tls().resolve("fullchain.pem"));
    Files.writeString(edge.tls().resolve("fullchain.pem"), whole.substring(0, whole.length() / 2));
    edge.awaitLine("edge: refused");
    assertThat(served()).isEqualTo(second);

    // Nor does it keep addresses from being followed.
    edge.name("chat-service", "127.0.0.1", "127.0.0.9");
    edge.awaitLine("edge: chat 127.0.0.1 127.0.0.9, user 127.0.0.1, TLS");
    assertThat(served()).isEqualTo(second);

    Files.delete(edge.tls().resolve("fullchain.pem"));
    edge.awaitLook();
    assertThat(served()).isEqualTo(second);
    first.writeTo(edge.tls());
    edge.await("a whole one", () -> served().equals(first));
  }

  private Identity served() {
    try (SSLSocket socket =
        (SSLSocket) trust.getSocketFactory().createSocket("localhost", edge.tlsPort())) {
      Object shown = socket.getSession().getPeerCertificates()[0];
      return shown.equals(first.certificate()) ? first : second;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static HttpClient client() {
    return HttpClient.newBuilder().sslContext(trust).build();
  }

  private static HttpResponse<String> get(URI address) {
    return send(HttpRequest.newBuilder(address).build());
  }

  private static HttpResponse<String> send(HttpRequest request) {
    try (HttpClient client = client()) {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
