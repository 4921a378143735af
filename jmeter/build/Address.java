import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/**
 * Finds out which system is to be loaded and whether it answers, before JMeter starts; started from
 * source by the jmeter module's pom. The system properties load.scheme, load.host and load.port
 * name it, or load.system names its local-system.json.
 *
 * <p>Writes the address as JMeter properties to the file that is its argument; ends with 1 and says
 * what to do where no Parley answers.
 */
class Address {

  /** Long enough for a busy machine to accept a connection, short enough for somebody who waits. */
  private static final Duration LIMIT = Duration.ofSeconds(10);

  public static void main(String... args) throws IOException, InterruptedException {
    String problem;
    try {
      URI origin = origin();
      problem = problemWith(origin);
      if (problem == null) {
        write(origin, Path.of(args[0]));
        System.out.println("Load goes to " + origin);
        return;
      }
    } catch (IllegalArgumentException e) {
      problem = e.getMessage();
    }
    System.out.println(
        problem
            + "\nStart a system with ./mvnw -Prun in another terminal and wait until it is ready, or name"
            + " one that runs:\n"
            + "  ./mvnw -Pload -Dload.host=chat.example.org -Dload.port=443 -Dload.scheme=https\n"
            + "  ./mvnw -Pload -Dload.system=system/target/local-system.json");
    System.exit(1);
  }

  private static URI origin() throws IOException {
    String description = System.getProperty("load.system", "");
    if (description.isBlank()) {
      return URI.create(
          "%s://%s:%s"
              .formatted(
                  System.getProperty("load.scheme"),
                  System.getProperty("load.host"),
                  System.getProperty("load.port")));
    }
    // As the person who typed it means it: from the project's folder.
    Path file = Path.of(System.getProperty("parley.root", "")).resolve(description);
    if (!Files.exists(file)) {
      throw new IllegalArgumentException(
          "There is no " + file + "; a local system writes it while it is ready.");
    }
    Matcher origin =
        Pattern.compile("\"origin\"\\s*:\\s*\"([^\"]+)\"").matcher(Files.readString(file));
    if (!origin.find()) {
      throw new IllegalArgumentException(file + " names no origin.");
    }
    return URI.create(origin.group(1));
  }

  /**
   * Asks for something that only a Parley has and that both the edge and a service must be up for.
   */
  private static String problemWith(URI origin) throws InterruptedException {
    URI keys = origin.resolve("/.well-known/jwks.json");
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(LIMIT).build()) {
      HttpResponse<String> answer =
          client.send(HttpRequest.newBuilder(keys).timeout(LIMIT).build(), BodyHandlers.ofString());
      boolean isParley = answer.statusCode() == 200 && answer.body().contains("\"keys\"");
      return isParley
          ? null
          : "Something answers at %s, but not as Parley does: %s gave status %d."
              .formatted(origin, keys, answer.statusCode());
    } catch (SSLException e) {
      // Somebody's own certificate, which JMeter does not mind.
      return null;
    } catch (IOException e) {
      return "Nothing answers at %s (%s).".formatted(origin, e.getClass().getSimpleName());
    }
  }

  private static void write(URI origin, Path file) throws IOException {
    int usual = origin.getScheme().equals("https") ? 443 : 80;
    int port = origin.getPort() < 0 ? usual : origin.getPort();
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(
        file,
        "scheme=%s\nhost=%s\nport=%d\n".formatted(origin.getScheme(), origin.getHost(), port));
  }
}
