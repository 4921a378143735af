package org.parley.contract.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Context;
import io.grpc.Deadline;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.Status;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.junit.jupiter.api.Test;
import org.parley.contract.users.v1.GetMeRequest;
import org.parley.contract.users.v1.GetMeResponse;
import org.parley.contract.users.v1.UserServiceGrpc;

class RpcCallsTest {

  private static final String GET_ME = "parley.users.v1.UserService/GetMe ";

  private final Map<String, AtomicLong> counts = new TreeMap<>();
  private final RpcCalls calls = new RpcCalls(registry(), UserServiceGrpc.getServiceDescriptor());

  @Test
  void hasEverySeriesFromTheStart() {
    assertThat(counts).hasSize(6 * Status.Code.values().length);
    assertThat(counts.values()).allSatisfy(count -> assertThat(count).hasValue(0));
    assertThat(counts).containsKeys(GET_ME + "OK", GET_ME + "FAILED_PRECONDITION");
  }

  @Test
  void countsACallOnceByWhatItEndedWith() {
    ServerCall.Listener<GetMeRequest> caller =
        start((call) -> call.close(Status.OK, new Metadata()));
    caller.onHalfClose();
    caller.onCancel();
    assertThat(counts.get(GET_ME + "OK")).hasValue(1);
    assertThat(counts.get(GET_ME + "CANCELLED")).hasValue(0);
  }

  @Test
  void countsACallThatItsCallerLeft() {
    ServerCall.Listener<GetMeRequest> caller = start(call -> {});
    caller.onCancel();
    assertThat(counts.get(GET_ME + "CANCELLED")).hasValue(1);
  }

  @Test
  void tellsACallThatTookTooLongFromOneThatWasLeft() {
    ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    try (Context.CancellableContext late =
        Context.current().withDeadline(Deadline.after(-1, TimeUnit.SECONDS), timer)) {
      late.run(() -> start(call -> {}).onCancel());
    } finally {
      timer.shutdownNow();
    }
    assertThat(counts.get(GET_ME + "DEADLINE_EXCEEDED")).hasValue(1);
  }

  private interface Handling {
    void of(ServerCall<GetMeRequest, GetMeResponse> call);
  }

  /** A call whose handler acts when the caller has said all. */
  private ServerCall.Listener<GetMeRequest> start(Handling handling) {
    return calls.interceptCall(
        new Call(),
        new Metadata(),
        (call, headers) ->
            new ServerCall.Listener<>() {
              @Override
              public void onHalfClose() {
                handling.of(call);
              }
            });
  }

  /** A call nobody listens to at the other end. */
  private static final class Call extends ServerCall<GetMeRequest, GetMeResponse> {
    @Override
    public void request(int messages) {}

    @Override
    public void sendHeaders(Metadata headers) {}

    @Override
    public void sendMessage(GetMeResponse message) {}

    @Override
    public void close(Status status, Metadata trailers) {}

    @Override
    public boolean isCancelled() {
      return false;
    }

    @Override
    public MethodDescriptor<GetMeRequest, GetMeResponse> getMethodDescriptor() {
      return UserServiceGrpc.getGetMeMethod();
    }
  }

  /** Knows counters by {@code method status} and nothing else. */
  private MetricRegistry registry() {
    return proxy(
        MetricRegistry.class,
        arguments -> {
          Tag[] tags = (Tag[]) arguments[1];
          String key = String.join(" ", Arrays.stream(tags).map(Tag::getTagValue).toList());
          return counter(counts.computeIfAbsent(key, name -> new AtomicLong()));
        });
  }

  private static Counter counter(AtomicLong count) {
    return proxy(Counter.class, arguments -> count.incrementAndGet());
  }

  private interface Answer {
    Object to(Object[] arguments);
  }

  private static <T> T proxy(Class<T> type, Answer answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              Object result = answer.to(arguments);
              return method.getReturnType() == void.class ? null : result;
            }));
  }
}
