package org.parley.contract.conventions;

import java.io.IOException;
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

  private final Path root;
  private final List<SourceFile> files = new ArrayList<>();

  private Repository(Path root) {
    this.root = root;
  }

  /** All of them, read now. */
  static List<SourceFile> files() throws IOException {
    // Given by the pom: tests run in their module's folder.
    Path root = Path.of(System.getProperty("parley.root")).toAbsolutePath();
    Repository repository = new Repository(root);
    Files.walkFileTree(root, repository);
    return repository.files;
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    String name = folder.getFileName().toString();
    boolean hidden = name.startsWith(".") && !folder.equals(root);
    return hidden || BUILT.contains(name) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
    String name = file.getFileName().toString();
    if (SOURCES.contains(name.substring(name.lastIndexOf('.') + 1))) {
      files.add(new SourceFile(root.relativize(file), Files.readAllLines(file)));
    }
    return FileVisitResult.CONTINUE;
  }
}
