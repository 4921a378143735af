package org.parley.system.access;

import com.google.protobuf.Any;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.rpc.ErrorInfo;
import io.grpc.CallOptions;
import io.grpc.ClientInterceptors;
import io.grpc.Context;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.parley.contract.ProblemType;
import org.parley.system.run.SystemDescription.Place;
import org.parley.system.support.RunningSystem;

/** Every RPC that has a stub, at the services' own ports. */
final class RpcSurface implements Surface {

  private static final int PATIENCE_SECONDS = 20;
  private static final Set<String> OF_USER_SERVICE = Set.of("UserService", "UserDirectoryService");

  private final Map<String, MethodDescriptor<Message, Message>> methods = Stubs.methods();
  private final ManagedChannel user;
  private final ManagedChannel chat;

  RpcSurface(RunningSystem system) {
    this.user = channel(system.description().userService());
    this.chat = channel(system.description().chat().getFirst());
  }

  private static ManagedChannel channel(Place place) {
    return NettyChannelBuilder.forAddress("localhost", place.grpcPort()).usePlaintext().build();
  }

  ManagedChannel user() {
    return user;
  }

  ManagedChannel chat() {
    return chat;
  }

  @Override
  public Set<String> operations() {
    return methods.keySet();
  }

  @Override
  public Set<String> ids(String operation) {
    Set<String> ids = new LinkedHashSet<>();
    for (FieldDescriptor field :
        Stubs.empty(methods.get(operation)).getDescriptorForType().getFields()) {
      if (Set.of("room_id", "seq", "user_id", "session_id").contains(field.getName())) {
        ids.add(field.getName());
      }
    }
    return ids;
  }

  @Override
  public String ask(String operation, Map<String, String> names, Stage stage, Stage.Who who) {
    MethodDescriptor<Message, Message> method = methods.get(operation);
    Message.Builder request = Stubs.empty(method).newBuilderForType();
    for (FieldDescriptor field : request.getDescriptorForType().getFields()) {
      String value = stage.value(field.getName(), names, who);
      if (value != null && field.isRepeated()) {
        request.addRepeatedField(field, typed(field, value));
      } else if (value != null) {
        request.setField(field, typed(field, value));
      }
    }
    Context.CancellableContext context = Context.current().withCancellation();
    Context before = context.attach();
    try {
      // The first answer is enough, also of a stream.
      ClientCalls.blockingServerStreamingCall(
              ClientInterceptors.intercept(
                  isOfUserService(operation) ? user : chat,
                  MetadataUtils.newAttachHeadersInterceptor(headers(who.token()))),
              method,
              CallOptions.DEFAULT.withDeadlineAfter(PATIENCE_SECONDS, TimeUnit.SECONDS),
              request.build())
          .next();
      return Rule.YES;
    } catch (StatusRuntimeException e) {
      return code(e);
    } finally {
      context.detach(before);
      context.cancel(null);
    }
  }

  private static boolean isOfUserService(String operation) {
    return OF_USER_SERVICE.contains(operation.substring(0, operation.indexOf('/')));
  }

  private static Object typed(FieldDescriptor field, String value) {
    return switch (field.getJavaType()) {
      case LONG -> Long.valueOf(value);
      case INT -> Integer.valueOf(value);
      case STRING -> value;
      case BOOLEAN, FLOAT, DOUBLE, BYTE_STRING, ENUM, MESSAGE ->
          throw new IllegalStateException("no value for " + field);
    };
  }

  private static Metadata headers(String token) {
    Metadata headers = new Metadata();
    if (token != null) {
      headers.put(
          Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), "Bearer " + token);
    }
    return headers;
  }

  static String code(StatusRuntimeException refusal) {
    for (Any detail : StatusProto.fromThrowable(refusal).getDetailsList()) {
      if (detail.is(ErrorInfo.class)) {
        try {
          return detail.unpack(ErrorInfo.class).getReason();
        } catch (InvalidProtocolBufferException e) {
          throw new IllegalStateException(e);
        }
      }
    }
    Status.Code status = refusal.getStatus().getCode();
    // Between the services the status is all there is.
    return status == Status.Code.UNAUTHENTICATED
        ? ProblemType.UNAUTHORIZED.code()
        : status.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public void close() {
    user.shutdownNow();
    chat.shutdownNow();
  }
}
