package org.parley.system.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.system.run.SystemDescription.Place;

class SystemDescriptionTest {

  private static final SystemDescription DESCRIPTION =
      new SystemDescription(
          "http://localhost:8080",
          new Place(9080, 9980, 10),
          List.of(new Place(9081, 9981, 11), new Place(9082, 9982, 12)),
          new Place(5432, 13),
          new Place(6379, 14),
          "/srv/parley");

  @TempDir Path folder;

  @Test
  void isWrittenInTheDocumentedForm() throws IOException {
    Path file = folder.resolve("local-system.json");

    DESCRIPTION.write(file);

    assertThat(Files.readString(file).replaceAll("\\s", ""))
        .isEqualTo(
            """
            {"origin":"http://localhost:8080","user_service":{"port":9080,"grpc_port":9980,"pid":10},\
            "chat":[{"port":9081,"grpc_port":9981,"pid":11},{"port":9082,"grpc_port":9982,"pid":12}],\
            "postgres":{"port":5432,"pid":13},"redis":{"port":6379,"pid":14},"data_folder":"/srv/parley"}""");
  }

  @Test
  void canBeReadBack() {
    Path file = folder.resolve("local-system.json");

    DESCRIPTION.write(file);

    assertThat(SystemDescription.read(file)).isEqualTo(DESCRIPTION);
  }
}
