import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Bundles the browser client into target/www; started from source by the nginx module's pom, in its
 * folder.
 *
 * <p>The result has file names that carry a hash of their content, so that nginx may let browsers
 * keep them for ever; only index.html, which names them, is asked for again. It is made beside the
 * old one and then put in its place, so a running origin never serves half of it.
 */
class Bundle {
  private static final Path WEB = Path.of("web");
  private static final Path TARGET = Path.of("target");
  private static final Path WWW = TARGET.resolve("www");
  private static final Path NEXT = TARGET.resolve("www.next");
  private static final Path META = TARGET.resolve("web-meta.json");

  /** What is text and asked for by browsers; source maps are for the few who debug. */
  private static final List<String> COMPRESSIBLE = List.of(".html", ".css", ".js", ".svg");

  /** Less fits into the first packet as it is. */
  private static final long SMALLEST_COMPRESSED_BYTES = 1024;

  public static void main(String... args) throws IOException, InterruptedException {
    if (isUpToDate()) {
      System.out.println("Browser client: up to date");
      return;
    }
    long begin = System.nanoTime();
    delete(NEXT);
    Files.createDirectories(NEXT);
    run(
        esbuild(),
        "web/src/main.ts",
        "web/src/style.css",
        "--bundle",
        "--minify",
        "--sourcemap",
        "--format=esm",
        "--splitting", // what is imported when it is needed is a file of its own
        "--target=es2022",
        "--charset=utf8",
        "--legal-comments=linked",
        "--log-level=warning",
        "--outdir=" + NEXT.resolve("assets"),
        "--entry-names=[name]-[hash]",
        "--chunk-names=[name]-[hash]",
        "--metafile=" + META);
    copyPublicFiles();
    String script = asset("main", ".js");
    Files.writeString(NEXT.resolve("index.html"), pageNaming(script, asset("style", ".css")));
    compress();
    delete(WWW);
    Files.move(NEXT, WWW);
    System.out.printf(
        "Browser client: %,d bytes of script in %d ms%n",
        Files.size(WWW.resolve("assets").resolve(script)), (System.nanoTime() - begin) / 1_000_000);
  }

  /** The unpacked binary, or, on a platform nobody publishes one for, the one on the PATH. */
  private static String esbuild() throws IOException {
    Path unpacked = TARGET.resolve("esbuild/esbuild");
    if (Files.exists(unpacked)) {
      // The archive does not keep the mode.
      if (!unpacked.toFile().setExecutable(true)) {
        throw new IOException("cannot make " + unpacked + " executable");
      }
      return unpacked.toString();
    }
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .map(folder -> Path.of(folder, "esbuild"))
        .filter(Files::isExecutable)
        .findFirst()
        .map(Path::toString)
        .orElseThrow(
            () ->
                new IOException(
                    "No esbuild binary is published for "
                        + System.getProperty("os.name")
                        + " "
                        + System.getProperty("os.arch")
                        + ". Put an esbuild 0.23 or newer on the PATH and build again."));
  }

  private static boolean isUpToDate() throws IOException {
    Path index = WWW.resolve("index.html");
    if (!Files.exists(index)) {
      return false;
    }
    FileTime built = Files.getLastModifiedTime(index);
    // The packages need no look: their versions stand in the pom.
    for (Path input : List.of(WEB, Path.of("build"), Path.of("pom.xml"))) {
      try (Stream<Path> files = Files.walk(input)) {
        Optional<FileTime> newest = files.map(Bundle::modified).max(Comparator.naturalOrder());
        if (newest.isPresent() && newest.get().compareTo(built) > 0) {
          return false;
        }
      }
    }
    return true;
  }

  private static FileTime modified(Path file) {
    return FileTime.fromMillis(file.toFile().lastModified());
  }

  private static void copyPublicFiles() throws IOException {
    Path source = WEB.resolve("public");
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = NEXT.resolve(source.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  private static String pageNaming(String script, String style) throws IOException {
    String page = Files.readString(WEB.resolve("index.html"));
    for (Map.Entry<String, String> name :
        Map.of("main.js", script, "style.css", style).entrySet()) {
      if (!page.contains("/assets/" + name.getKey())) {
        throw new IOException("web/index.html does not name /assets/" + name.getKey());
      }
      page = page.replace("/assets/" + name.getKey(), "/assets/" + name.getValue());
    }
    return page;
  }

  /** Beside each file that gains by it a .gz, which nginx sends instead (gzip_static). */
  private static void compress() throws IOException {
    try (Stream<Path> files = Files.walk(NEXT)) {
      for (Path file : files.filter(Bundle::isWorthCompressing).toList()) {
        Path compressed = file.resolveSibling(file.getFileName() + ".gz");
        try (OutputStream out =
            // Once for all requests, so as small as it gets. Its header has neither time nor name.
            new GZIPOutputStream(Files.newOutputStream(compressed)) {
              {
                def.setLevel(Deflater.BEST_COMPRESSION);
              }
            }) {
          Files.copy(file, out);
        }
        Files.setLastModifiedTime(
            compressed, Files.getLastModifiedTime(file)); // one answer, one age
      }
    }
  }

  private static boolean isWorthCompressing(Path file) {
    String name = file.toString();
    return COMPRESSIBLE.stream().anyMatch(name::endsWith)
        && file.toFile().length() > SMALLEST_COMPRESSED_BYTES;
  }

  private static String asset(String name, String ending) throws IOException {
    try (Stream<Path> files = Files.list(NEXT.resolve("assets"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.startsWith(name + "-") && file.endsWith(ending))
          .findFirst()
          .orElseThrow(() -> new IOException("esbuild made no " + name + ending));
    }
  }

  private static void run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(new ArrayList<>(List.of(command))).inheritIO().start();
    int exit = process.waitFor();
    if (exit != 0) {
      System.exit(exit);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
