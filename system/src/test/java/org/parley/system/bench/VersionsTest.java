package org.parley.system.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.system.settings.ProjectFolder;

class VersionsTest {

  @Test
  void readsThatOfLiberty(@TempDir Path folder) throws Exception {
    ProjectFolder project = new ProjectFolder(folder);
    Path versions = project.liberty().resolve("lib/versions");
    Files.createDirectories(versions);
    Files.writeString(
        versions.resolve("openliberty.properties"),
        "com.ibm.websphere.productVersion=26.0.0.5\ncom.ibm.websphere.productName=Open Liberty\n");

    assertThat(Versions.of(project).liberty()).isEqualTo("26.0.0.5");
  }

  @Test
  void knowsNeitherCommitNorLibertyOutsideOfAProject(@TempDir Path folder) throws Exception {
    Versions versions = Versions.of(new ProjectFolder(folder));

    assertThat(versions.commit()).isEmpty();
    assertThat(versions.liberty()).isEmpty();
    assertThat(versions.node()).doesNotStartWith("v");
  }
}
