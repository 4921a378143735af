package org.parley.system.access;

import com.google.protobuf.Message;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.PrototypeMarshaller;
import io.grpc.ServiceDescriptor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.parley.contract.users.v1.UserServiceGrpc;

/** The stubs generated from proto/, found where they lie, so that none is forgotten. */
final class Stubs {

  private Stubs() {}

  /** Every RPC, as {@code Service/Method}. */
  static Map<String, MethodDescriptor<Message, Message>> methods() {
    Map<String, MethodDescriptor<Message, Message>> methods = new TreeMap<>();
    for (String name : names()) {
      for (MethodDescriptor<?, ?> method : service(name).getMethods()) {
        String service = method.getServiceName().replaceFirst(".*\\.", "");
        methods.put(service + "/" + method.getBareMethodName(), messages(method));
      }
    }
    return methods;
  }

  /** A request that says nothing. */
  static Message empty(MethodDescriptor<Message, Message> method) {
    return ((PrototypeMarshaller<Message>) method.getRequestMarshaller()).getMessagePrototype();
  }

  private static List<String> names() {
    try {
      URI place = UserServiceGrpc.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      Path built = Path.of(place);
      if (Files.isDirectory(built)) {
        return names(built);
      }
      try (FileSystem jar = FileSystems.newFileSystem(built)) {
        return names(jar.getPath("/"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> names(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(file -> root.relativize(file).toString())
          .filter(file -> file.endsWith("Grpc.class"))
          .map(file -> file.substring(0, file.length() - ".class".length()).replace('/', '.'))
          .toList();
    }
  }

  private static ServiceDescriptor service(String name) {
    try {
      return (ServiceDescriptor) Class.forName(name).getMethod("getServiceDescriptor").invoke(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @SuppressWarnings("unchecked")
  private static MethodDescriptor<Message, Message> messages(MethodDescriptor<?, ?> method) {
    // Whatever protoc generates is a message.
    return (MethodDescriptor<Message, Message>) method;
  }
}
