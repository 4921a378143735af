package org.parley.users;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.parley.contract.promise.ContractDocument;
import org.parley.contract.promise.RestOperation;
import org.parley.users.platform.UserApplication;

/** docs/openapi.yaml names every resource method of this service under its tags, and no other. */
class OpenApiTest {

  private static final List<String> TAGS = List.of("users");

  @Test
  void describesWhatTheResourcesDo() {
    assertThat(implemented())
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(
            RestOperation.in(ContractDocument.openApi()).stream()
                .filter(operation -> TAGS.contains(operation.tag()))
                .map(RestOperation::toString)
                .toList());
  }

  private static List<String> implemented() {
    return new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.parley.users")
            .stream()
            .filter(type -> type.isAnnotatedWith(Path.class))
            .map(JavaClass::reflect)
            .flatMap(resource -> Arrays.stream(resource.getDeclaredMethods()))
            .flatMap(OpenApiTest::operation)
            .toList();
  }

  /** As in the document, such as {@code GET /api/v1/users/{id}}; none for other methods. */
  private static Stream<String> operation(Method method) {
    String path =
        UserApplication.class.getAnnotation(ApplicationPath.class).value()
            + "/"
            + path(method.getDeclaringClass().getAnnotation(Path.class))
            + "/"
            + path(method.getAnnotation(Path.class));
    String template = path.replaceAll("/+", "/").replaceAll("/$", "");
    return Arrays.stream(method.getAnnotations())
        .map(Annotation::annotationType)
        .filter(type -> type.isAnnotationPresent(HttpMethod.class))
        .map(type -> type.getAnnotation(HttpMethod.class).value() + " " + template);
  }

  private static String path(Path annotation) {
    return annotation == null ? "" : annotation.value();
  }
}
