package org.parley.system.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the parts of a running system are; as JSON it lies in a file for as long as the system is
 * ready.
 *
 * @param origin what a browser is pointed at, for example {@code http://localhost:8080}
 * @param dataFolder holds the databases, and the keys and passwords to all of this
 */
public record SystemDescription(
    String origin,
    Place userService,
    List<Place> chat,
    Place postgres,
    Place redis,
    String dataFolder) {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  /**
   * A port and the id of the process that really listens there, not of one that started it.
   *
   * @param grpcPort where it answers gRPC; 0, and absent in the file, where it does not
   */
  @JsonInclude(JsonInclude.Include.NON_DEFAULT)
  public record Place(int port, int grpcPort, long pid) {

    public Place(int port, long pid) {
      this(port, 0, pid);
    }

    Place withPid(long started) {
      return new Place(port, grpcPort, started);
    }
  }

  public SystemDescription {
    chat = List.copyOf(chat);
  }

  SystemDescription withUserService(Place place) {
    return new SystemDescription(origin, place, chat, postgres, redis, dataFolder);
  }

  SystemDescription withChat(int index, Place place) {
    List<Place> places = new ArrayList<>(chat);
    places.set(index, place);
    return new SystemDescription(origin, userService, places, postgres, redis, dataFolder);
  }

  SystemDescription withPostgres(Place place) {
    return new SystemDescription(origin, userService, chat, place, redis, dataFolder);
  }

  SystemDescription withRedis(Place place) {
    return new SystemDescription(origin, userService, chat, postgres, place, dataFolder);
  }

  public static SystemDescription read(Path file) {
    try {
      return JSON.readValue(file.toFile(), SystemDescription.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whole or not at all: readers wait for this file. */
  void write(Path file) {
    Path whole = file.resolveSibling(file.getFileName() + ".new");
    try {
      JSON.writeValue(whole.toFile(), this);
      Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
