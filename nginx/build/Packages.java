import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Unpacks the browser packages of a class path as target/node_modules; started from source by the
 * nginx module's pom, in its folder. Of another version than last time nothing stays. A package
 * that was taken out of the pom stays, and could be bundled, until {@code clean}: of the two runs,
 * for runtime and for tests, neither knows what the other needs.
 *
 * <p>Two publishers put them into jars, each in a folder of its own with name and version. The name
 * a package is imported by stands in its package.json. What a browser does not need (types) is, of
 * one publisher, in an archive inside, .more.tgz; Check.java opens it.
 */
class Packages {
  private static final Path MODULES = Path.of("target/node_modules");
  private static final Pattern PLACE =
      Pattern.compile("META-INF/resources/(?:_static|webjars)/[^/]+/[^/]+/(.+)");
  private static final Pattern NAME =
      Pattern.compile("^([ \\t]+)\"name\"\\s*:\\s*\"([^\"]+)\"", Pattern.MULTILINE);
  private static final String INNER_ARCHIVE = "META-INF/.more.tgz";

  public static void main(String... args) throws IOException {
    for (String jar : args[0].split(File.pathSeparator)) {
      if (jar.endsWith(".jar")) {
        unpack(Path.of(jar));
      }
    }
  }

  private static void unpack(Path jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      List<? extends ZipEntry> entries =
          zip.stream().filter(entry -> !entry.isDirectory()).toList();
      if (entries.stream().noneMatch(entry -> PLACE.matcher(entry.getName()).matches())) {
        return; // not for a browser
      }
      Path module = MODULES.resolve(nameOf(jar, zip, entries)).normalize();
      Path done = module.resolve(".jar");
      String version = jar.getFileName().toString();
      if (Files.exists(done) && Files.readString(done).equals(version)) {
        return;
      }
      delete(module);
      for (ZipEntry entry : entries) {
        Matcher place = PLACE.matcher(entry.getName());
        if (entry.getName().equals(INNER_ARCHIVE)) {
          copy(zip, entry, module.resolve(".more.tgz"));
        } else if (place.matches() && !entry.getName().endsWith(".map")) {
          copy(zip, entry, inside(module, place.group(1)));
        }
      }
      Files.writeString(done, version);
    }
  }

  private static String nameOf(Path jar, ZipFile zip, List<? extends ZipEntry> entries)
      throws IOException {
    for (ZipEntry entry : entries) {
      Matcher place = PLACE.matcher(entry.getName());
      if (place.matches() && place.group(1).equals("package.json")) {
        try (InputStream in = zip.getInputStream(entry)) {
          return NAME.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8))
              .results()
              .min(Comparator.comparingInt(name -> name.group(1).length())) // not one further in
              .map(name -> name.group(2))
              .orElseThrow(() -> new IOException(jar + " has a package.json without a name"));
        }
      }
    }
    throw new IOException(jar + " has no package.json");
  }

  private static Path inside(Path module, String place) throws IOException {
    Path file = module.resolve(place).normalize();
    if (!file.startsWith(module)) {
      throw new IOException(place + " lies outside its package");
    }
    return file;
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static void copy(ZipFile zip, ZipEntry entry, Path file) throws IOException {
    Files.createDirectories(file.getParent());
    try (InputStream in = zip.getInputStream(entry)) {
      Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
