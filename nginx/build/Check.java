import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Type-checks the browser client and runs the tests of its pure parts; started from source by the
 * nginx module's pom. Both need node, which nothing else does: without one this says so in a line
 * and lets the build go on.
 */
class Check {
  private static final Path MODULES = Path.of("target/node_modules");
  private static final Path TESTS = Path.of("target/web-test");

  /** A hung test must not hang the build; both steps take seconds. */
  private static final long LIMIT_MINUTES = 5;

  private record Outcome(int exit, String output) {}

  public static void main(String... args) throws IOException, InterruptedException {
    if (!isOnPath("node")) {
      if (Boolean.parseBoolean(System.getenv("PARLEY_REQUIRE_NODE"))) {
        throw new IllegalStateException(
            "There is no node on the PATH, and PARLEY_REQUIRE_NODE asks for one");
      }
      System.out.println(
          "Browser client: type check and unit tests SKIPPED, there is no node on the PATH");
      return;
    }
    for (String name :
        List.of(
            "dompurify", "lit", "lit-html", "lit-element", "@lit/reactive-element", "typescript")) {
      openTypes(MODULES.resolve(name));
    }
    require(
        run(
            "node",
            MODULES + "/typescript/lib/tsc.js",
            "--noEmit",
            "--pretty",
            "false",
            "-p",
            "web"),
        "type check");
    System.out.println("Browser client: type check clean");

    Outcome tests = require(runTests(), "unit tests");
    System.out.println("Browser client: " + count(tests.output(), "pass") + " unit tests passed");
  }

  private static Outcome runTests() throws IOException, InterruptedException {
    List<String> sources = list(Path.of("web/test"), ".test.ts");
    Path unpacked = Path.of("target/esbuild/esbuild");
    // The archive does not keep the mode, and every build unpacks it anew.
    boolean isUnpacked = unpacked.toFile().setExecutable(true);
    List<String> bundle = new ArrayList<>();
    bundle.add(isUnpacked ? unpacked.toString() : "esbuild");
    bundle.addAll(sources);
    bundle.addAll(
        List.of(
            "--bundle",
            "--platform=node",
            "--format=esm",
            "--sourcemap=inline",
            "--log-level=warning",
            "--out-extension:.js=.mjs",
            "--outdir=" + TESTS));
    require(run(bundle.toArray(String[]::new)), "bundling of the unit tests");

    List<String> node =
        new ArrayList<>(List.of("node", "--enable-source-maps", "--test", "--test-reporter=spec"));
    for (String source : sources) {
      String name = Path.of(source).getFileName().toString();
      node.add(TESTS.resolve(name.replaceAll("\\.ts$", ".mjs")).toString());
    }
    return run(node.toArray(String[]::new));
  }

  /** Types travel in an inner archive, which the browser build never needs. */
  private static void openTypes(Path module) throws IOException, InterruptedException {
    Path archive = module.resolve(".more.tgz");
    if (Files.exists(archive)) {
      // resources/_static/<name>/<version>/ in front of every entry
      require(
          run("tar", "-xzf", archive.toString(), "--strip-components=4", "-C", module.toString()),
          "opening " + archive);
      Files.delete(archive);
    }
  }

  private static Outcome require(Outcome outcome, String step) {
    if (outcome.exit() != 0) {
      System.out.println(outcome.output());
      System.out.println("Browser client: " + step + " FAILED");
      System.exit(1);
    }
    return outcome;
  }

  private static Outcome run(String... command) throws IOException, InterruptedException {
    Path log = Files.createTempFile(Path.of("target"), "check", ".log");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly().waitFor();
    }
    String output = Files.readString(log, StandardCharsets.UTF_8);
    Files.delete(log);
    return new Outcome(process.exitValue(), output);
  }

  private static String count(String report, String what) {
    Matcher matcher =
        Pattern.compile("^\\S+ " + what + " (\\d+)$", Pattern.MULTILINE).matcher(report);
    return matcher.find() ? matcher.group(1) : "?";
  }

  private static List<String> list(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(Path::toString).filter(name -> name.endsWith(ending)).sorted().toList();
    }
  }

  private static boolean isOnPath(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
