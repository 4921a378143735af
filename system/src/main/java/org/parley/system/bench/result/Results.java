package org.parley.system.bench.result;

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
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** All results of a benchmark, kept in a file. Used by one thread. */
public final class Results {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private record Content(
      @Nullable Machine machine,
      @Nullable String commit,
      String date,
      Map<String, String> durability,
      List<Sample> samples,
      List<GrowthPoint> growth,
      List<SoakPoint> soak) {}

  private final Path file;
  private Content content;

  private Results(Path file, Content content) {
    this.file = file;
    this.content = content;
  }

  /** Those of the file, or none yet. */
  public static Results in(Path file) {
    try {
      return new Results(
          file,
          Files.exists(file)
              ? JSON.readValue(file.toFile(), Content.class)
              : new Content(
                  null,
                  null,
                  "",
                  Map.of(),
                  new ArrayList<>(),
                  new ArrayList<>(),
                  new ArrayList<>()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether nothing here is of another commit. */
  public boolean areOf(String commit) {
    boolean empty = content.samples.isEmpty() && content.growth.isEmpty() && content.soak.isEmpty();
    return empty || commit.equals(commit());
  }

  /** What was measured; empty when nobody knows. */
  public String commit() {
    return Objects.requireNonNullElse(content.commit, "");
  }

  /** Says where, and of what, everything here was measured. */
  public void describe(Machine machine, String commit, String date) {
    content =
        new Content(
            machine,
            commit,
            date,
            content.durability,
            content.samples,
            content.growth,
            content.soak);
    write();
  }

  /** Says what was promised of a commit. */
  public void durability(Map<String, String> settings) {
    content =
        new Content(
            content.machine,
            content.commit,
            content.date,
            settings,
            content.samples,
            content.growth,
            content.soak);
    write();
  }

  public boolean has(String scene, String contender, int round) {
    return content.samples.stream().anyMatch(one -> one.isOf(scene, contender, round));
  }

  public boolean has(String axis, long x) {
    return content.growth.stream().anyMatch(one -> one.isOf(axis, x));
  }

  public void add(Sample sample) {
    content.samples.add(sample);
    write();
  }

  public void add(GrowthPoint point) {
    content.growth.add(point);
    write();
  }

  public void add(SoakPoint point) {
    content.soak.add(point);
    write();
  }

  /** A soak is one thing: it begins anew. */
  public void forgetSoak() {
    content.soak.clear();
  }

  public List<Sample> samples() {
    return List.copyOf(content.samples);
  }

  /** Whole or not at all: it may be stopped at any time. */
  private void write() {
    Path whole = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      JSON.writeValue(whole.toFile(), content);
      Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
