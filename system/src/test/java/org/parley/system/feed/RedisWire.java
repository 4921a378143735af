package org.parley.system.feed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A few words to Redis, as an operator would type them. */
final class RedisWire {

  private final int port;

  RedisWire(int port) {
    this.port = port;
  }

  /** Says it and returns the first line of the answer. */
  String say(String command) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        BufferedReader answers =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
      socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
      return answers.readLine();
    }
  }
}
