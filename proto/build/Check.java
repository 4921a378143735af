import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Checks the contract with tools that come from npm: the .proto files are well made and break
 * nothing that was promised, and the description of the socket is one. Started from source by the
 * proto module's pom. Without node and npm, or the network to install from, this says so in a line
 * and lets the build go on.
 */
class Check {
  private static final Path PINNED = Path.of("build");
  private static final Path INSTALLED = Path.of("target/npm");
  private static final String LOCK = "package-lock.json";
  private static final Path SOCKET = Path.of("../docs/asyncapi.yaml");

  /** A hung tool must not hang the build; the install takes seconds, the rest less than one. */
  private static final long LIMIT_MINUTES = 5;

  private record Outcome(int exit, String output) {}

  public static void main(String... args) throws IOException, InterruptedException {
    for (String program : List.of("node", "npm")) {
      if (!isOnPath(program)) {
        skip("there is no " + program + " on the PATH");
        return;
      }
    }
    Outcome install = install();
    if (install.exit() != 0) {
      System.out.println(install.output());
      skip("npm could not install what it needs");
      return;
    }
    require("lint", tool("buf", "lint"));
    require(
        "comparison with what was promised",
        tool("buf", "breaking", "--against", "promised.txtpb"));
    System.out.println(
        "Contract: " + countProtos() + " .proto files are well made and break no promise");
    require("validation of " + SOCKET, node("asyncapi.mjs", SOCKET.toString()));
    System.out.println("Contract: " + SOCKET.getFileName() + " is a valid AsyncAPI document");
  }

  /** Exactly what the lock file names, by its checksums; nothing of it runs while installing. */
  private static Outcome install() throws IOException, InterruptedException {
    Files.createDirectories(INSTALLED);
    Path done = INSTALLED.resolve("installed.json");
    if (Files.exists(done) && Files.mismatch(done, PINNED.resolve(LOCK)) == -1) {
      return new Outcome(0, "");
    }
    for (String name : List.of("package.json", LOCK)) {
      Files.copy(
          PINNED.resolve(name), INSTALLED.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
    Outcome outcome =
        run(
            "npm",
            "ci",
            "--prefix",
            INSTALLED.toString(),
            "--ignore-scripts",
            "--prefer-offline",
            "--no-audit",
            "--no-fund");
    if (outcome.exit() == 0) {
      Files.copy(PINNED.resolve(LOCK), done, StandardCopyOption.REPLACE_EXISTING);
    }
    return outcome;
  }

  /** An installed package's program. */
  private static Outcome tool(String name, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(INSTALLED.resolve("node_modules/.bin").resolve(name).toString());
    command.addAll(List.of(arguments));
    return run(command.toArray(String[]::new));
  }

  /** A script of ours that uses installed packages; it must stand beside them to find them. */
  private static Outcome node(String script, String... arguments)
      throws IOException, InterruptedException {
    Path beside = INSTALLED.resolve(script);
    Files.copy(PINNED.resolve(script), beside, StandardCopyOption.REPLACE_EXISTING);
    List<String> command = new ArrayList<>(List.of("node", beside.toString()));
    command.addAll(List.of(arguments));
    return run(command.toArray(String[]::new));
  }

  private static void skip(String reason) {
    if (Boolean.parseBoolean(System.getenv("PARLEY_REQUIRE_NODE"))) {
      throw new IllegalStateException(
          "The contract cannot be checked and PARLEY_REQUIRE_NODE asks for it: " + reason);
    }
    System.out.println("Contract: check of .proto files and AsyncAPI SKIPPED, " + reason);
  }

  private static void require(String step, Outcome outcome) {
    if (outcome.exit() != 0) {
      System.out.println(outcome.output());
      System.out.println("Contract: " + step + " FAILED");
      System.exit(1);
    }
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

  private static long countProtos() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/proto"))) {
      return files.filter(file -> file.toString().endsWith(".proto")).count();
    }
  }

  private static boolean isOnPath(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
