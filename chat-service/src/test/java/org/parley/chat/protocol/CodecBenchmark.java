package org.parley.chat.protocol;

import static org.parley.chat.support.LiveMessage.CLIENT_MSG_ID;
import static org.parley.chat.support.LiveMessage.CONTENT;
import static org.parley.chat.support.LiveMessage.SENT_AT_MS;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.parley.chat.support.LiveMessage;

/**
 * Once a message, whatever the number of recipients. Run by HotPathBenchmark; public because what
 * JMH generates stands in another package.
 */
@State(Scope.Thread)
public class CodecBenchmark {

  private String sendMessage =
      """
      {"type":"send_message","room_id":3,"client_msg_id":"%s","content":"%s"}"""
          .formatted(CLIENT_MSG_ID, CONTENT);

  private ServerFrame newMessage = LiveMessage.frame(3);
  private ServerFrame messageAck =
      new ServerFrame.MessageAck(CLIENT_MSG_ID, 48_213, 3, 1_041, 1_057, SENT_AT_MS);

  @Benchmark
  public ClientFrame decodeSendMessage() {
    return FrameCodec.decode(sendMessage);
  }

  @Benchmark
  public String encodeNewMessage() {
    return FrameCodec.encode(newMessage);
  }

  @Benchmark
  public String encodeMessageAck() {
    return FrameCodec.encode(messageAck);
  }
}
