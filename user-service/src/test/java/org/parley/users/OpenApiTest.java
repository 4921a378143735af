package org.parley.users;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.ApplicationPath;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.contract.it.ResourceMethods;
import org.parley.contract.promise.ContractDocument;
import org.parley.contract.promise.RestOperation;
import org.parley.users.platform.UserApplication;

/** docs/openapi.yaml names every resource method of this service under its tags, and no other. */
class OpenApiTest {

  private static final List<String> TAGS = List.of("users", "admin");

  @Test
  void describesWhatTheResourcesDo() {
    ApplicationPath root = UserApplication.class.getAnnotation(ApplicationPath.class);
    assertThat(ResourceMethods.below("org.parley.users", root))
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(
            RestOperation.in(ContractDocument.openApi()).stream()
                .filter(operation -> TAGS.contains(operation.tag()))
                .map(RestOperation::toString)
                .toList());
  }
}
