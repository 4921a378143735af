package org.parley.contract.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Attributes;
import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.Status;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.contract.limit.TrustedProxies;
import org.parley.contract.users.v1.UserServiceGrpc;

class CallerAddressTest {

  private static final Metadata.Key<String> FORWARDED_FOR =
      Metadata.Key.of("x-forwarded-for", Metadata.ASCII_STRING_MARSHALLER);

  @Test
  void isWhomTheEdgeNamesLast() {
    assertThat(seenFrom("127.0.0.1", "203.0.113.7")).isEqualTo("203.0.113.7");
    assertThat(seenFrom("127.0.0.1", "10.0.0.1, 203.0.113.7")).isEqualTo("203.0.113.7");
    assertThat(seenFrom("127.0.0.1", "10.0.0.1", "203.0.113.7")).isEqualTo("203.0.113.7");
  }

  @Test
  void isWhoCallsWhereNobodyTrustedNamesAnother() {
    assertThat(seenFrom("198.51.100.1", "203.0.113.7")).isEqualTo("198.51.100.1");
    assertThat(seenFrom("127.0.0.1")).isEqualTo("127.0.0.1");
  }

  private static String seenFrom(String peer, String... forwardedFor) {
    Metadata headers = new Metadata();
    for (String line : forwardedFor) {
      headers.put(FORWARDED_FOR, line);
    }
    List<String> seen = new ArrayList<>();
    new CallerAddress(TrustedProxies.parse(TrustedProxies.LOOPBACK))
        .interceptCall(
            new Call<>(UserServiceGrpc.getLoginMethod(), peer),
            headers,
            (call, ignored) -> {
              seen.add(CallerAddress.current().text());
              return new ServerCall.Listener<>() {};
            });
    return seen.getFirst();
  }

  /** A call of which only the other end is known. */
  private static final class Call<Q, A> extends ServerCall<Q, A> {

    private final MethodDescriptor<Q, A> method;
    private final Attributes attributes;

    Call(MethodDescriptor<Q, A> method, String peer) {
      this.method = method;
      this.attributes =
          Attributes.newBuilder()
              .set(Grpc.TRANSPORT_ATTR_REMOTE_ADDR, new InetSocketAddress(peer, 5_000))
              .build();
    }

    @Override
    public Attributes getAttributes() {
      return attributes;
    }

    @Override
    public MethodDescriptor<Q, A> getMethodDescriptor() {
      return method;
    }

    @Override
    public void request(int messages) {}

    @Override
    public void sendHeaders(Metadata headers) {}

    @Override
    public void sendMessage(A message) {}

    @Override
    public void close(Status status, Metadata trailers) {}

    @Override
    public boolean isCancelled() {
      return false;
    }
  }
}
