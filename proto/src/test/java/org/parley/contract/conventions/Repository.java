package org.parley.contract.conventions;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The repository's source files, whatever is committed or about to be; nothing that was built. */
final class Repository extends SimpleFileVisitor<Path> {

  private static final Set<String> BUILT = Set.of("target", "node_modules");

  private static final Set<String> SOURCES =
      Set.of("java", "ts", "proto", "sql", "xml", "conf", "css", "html", "sh", "yaml");

  /** What is no text. */
  private static final Set<String> BINARIES = Set.of("png", "jpg", "ico", "jar", "woff2", "p12");

  private static final Set<String> NOT_OURS = Set.of(".git", ".idea", ".vscode", ".gradle");

  private final Path root;
  private final boolean everything;
  private final List<SourceFile> files = new ArrayList<>();

  private Repository(Path root, boolean everything) {
    this.root = root;
    this.everything = everything;
  }

  /** All of them, read now. */
  static List<SourceFile> files() throws IOException {
    return read(false);
  }

  /** Every text, hidden ones and those of no language included. */
  static List<SourceFile> texts() throws IOException {
    return read(true);
  }

  private static List<SourceFile> read(boolean everything) throws IOException {
    // Given by the pom: tests run in their module's folder.
    Path root = Path.of(System.getProperty("parley.root")).toAbsolutePath();
    Repository repository = new Repository(root, everything);
    Files.walkFileTree(root, repository);
    return repository.files;
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    String name = folder.getFileName().toString();
    boolean hidden =
        (everything ? NOT_OURS.contains(name) : name.startsWith(".")) && !folder.equals(root);
    return hidden || BUILT.contains(name) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
    String name = file.getFileName().toString();
    String kind = name.substring(name.lastIndexOf('.') + 1);
    // Settings of whoever runs it here, which git ignores.
    boolean local = name.equals(".env") || name.endsWith(".pem");
    if (!local && (everything ? !BINARIES.contains(kind) : SOURCES.contains(kind))) {
      // Reads any bytes: of a file that is not UTF-8 the rest is still looked at.
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      files.add(new SourceFile(root.relativize(file), text.lines().toList()));
    }
    return FileVisitResult.CONTINUE;
  }
}
