package org.parley.users.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaimFileTest {

  @TempDir private Path folder;

  @Test
  void holdsOneTokenThatItsOwnerOnlyCanRead() throws Exception {
    ClaimFile file = new ClaimFile(folder.resolve("keys"));
    file.create();
    String token = Files.readString(file.path()).strip();

    assertThat(token).matches("[A-Za-z0-9_-]{43}");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("keys"))))
        .isEqualTo("rwx------");
    assertThat(file.holds(token)).isTrue();
    assertThat(file.holds(token.substring(1))).isFalse();
    assertThat(file.holds("")).isFalse();
  }

  @Test
  void keepsTheTokenOfWhoWasFirstAndLeavesNothingElse() throws Exception {
    new ClaimFile(folder).create();
    String token = Files.readString(folder.resolve(ClaimFile.NAME)).strip();
    ClaimFile second = new ClaimFile(folder);
    second.create();

    assertThat(second.holds(token)).isTrue();
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(second.path());
    }
  }

  @Test
  void holdsNothingOnceItIsGone() throws Exception {
    ClaimFile file = new ClaimFile(folder);
    file.create();
    String token = Files.readString(file.path()).strip();
    file.delete();
    file.delete();

    assertThat(file.holds(token)).isFalse();
    assertThat(file.holds("")).isFalse();
  }
}
