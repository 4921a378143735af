package org.parley.contract.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing in the repository opens anything: no key, token or password, in whichever file. */
class NoSecretsTest {

  private static final List<Pattern> SECRETS =
      List.of(
          Pattern.compile("-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY-----"),
          // A JSON Web Token, and the private part of a JSON Web Key.
          Pattern.compile("\\beyJ[\\w-]{16,}\\.eyJ[\\w-]{16,}\\.[\\w-]{40,}"),
          Pattern.compile("\"(?:d|dp|dq|qi)\"\\s*:\\s*\"[\\w-]{40,}\""),
          // A password in an address, where it is no variable, no placeholder and no test's.
          Pattern.compile("\\b[a-z][a-z0-9+.-]*://[^\\s/:@\"'$<{%]+:[^\\s/:@\"'$<{%]{6,}@\\w"),
          // Keys and tokens of clouds and forges.
          Pattern.compile("\\b(?:AKIA|ASIA)[0-9A-Z]{16}\\b"),
          Pattern.compile("\\bgh[pousr]_\\w{36}"),
          Pattern.compile("\\bglpat-[\\w-]{20}"),
          Pattern.compile("\\bxox[abposr]-[\\w-]{10,}"),
          Pattern.compile("\\bAIza[\\w-]{35}"),
          // Something long and random under a name that says what it is.
          Pattern.compile(
              "(?i)(?:password|passwd|secret|api_?key|token)[\"']?\\s*[=:]\\s*[\"']?"
                  + "(?=[\\w+/-]*\\d)(?=[\\w+/-]*[a-z])(?=[\\w+/-]*[A-Z])[\\w+/-]{32,}"));

  /** Said to be made up, in docs/openapi.yaml. */
  private static final List<String> EXAMPLES =
      List.of("2yV4pBqHn0aXcD7mRz1tLw8KfEoJgS5uTQiYxWvN3bA");

  @Test
  void isInNoFile() throws IOException {
    List<SourceFile> files = Repository.texts();
    assertThat(files)
        .extracting(file -> file.path().toString())
        .contains(
            ".env.example", ".ci/run", "README.md", "docker-compose.yml", "docs/openapi.yaml");
    assertThat(
            files.stream()
                .flatMap(file -> SECRETS.stream().map(file::find).flatMap(Optional::stream))
                .filter(line -> EXAMPLES.stream().noneMatch(line::contains)))
        .isEmpty();
  }

  // Taken apart, so that they are not found where they stand.
  static Stream<String> secrets() {
    return Stream.of(
        "-----BEGIN RSA PRIVATE" + " KEY-----",
        "-----BEGIN PRIVATE" + " KEY-----",
        "token is eyJhbGciOiJSUzI1NiJ9xx" + ".eyJzdWIiOiIxNyIsImV4cCI6MX0" + "." + "s".repeat(86),
        "{\"d\":\"" + "A1b2".repeat(20) + "\"}",
        "url=postgresql://parley:hunter2" + "@db.example.org/parley",
        "redis://user:s3cret" + "word" + "@cache:6379",
        "AKIA" + "ABCDEFGHIJKLMNOP",
        "gh" + "p_" + "a1B2".repeat(9),
        "DATABASE_PASSWORD" + "=" + "aB3dE6gH9jK2mN5pQ8sT1vW4yZ7cF0hL");
  }

  @ParameterizedTest
  @MethodSource("secrets")
  void wouldBeFound(String secret) {
    assertThat(SECRETS).anyMatch(pattern -> pattern.matcher(secret).find());
  }

  @ParameterizedTest
  @MethodSource("harmless")
  void isNot(String harmless) {
    assertThat(SECRETS).noneMatch(pattern -> pattern.matcher(harmless).find());
  }

  static Stream<String> harmless() {
    return Stream.of(
        "jdbc:postgresql://${PARLEY_DB_HOST}:${PARLEY_DB_PORT}/parley_chat",
        "postgresql://parley:$password" + "@db/parley",
        "PARLEY_DB_PASSWORD=/run/secrets/parley/database_password",
        "token: eyJraWQiOiIxIn0.eyJzdWIiOiI3In0.c2lnbmF0dXJl",
        "mailto:carol@example.org and http://localhost:8080/a@b");
  }
}
