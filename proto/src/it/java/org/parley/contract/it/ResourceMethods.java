package org.parley.contract.it;

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
import org.jspecify.annotations.Nullable;

/** What a service's resources answer, read off their annotations. */
public final class ResourceMethods {

  private ResourceMethods() {}

  /**
   * Every resource method below a package, as docs/openapi.yaml would name it, such as {@code GET
   * /api/v1/users/{id}}.
   */
  public static List<String> below(String packageName, ApplicationPath root) {
    return new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(packageName).stream()
            .filter(type -> type.isAnnotatedWith(Path.class))
            .map(JavaClass::reflect)
            .flatMap(resource -> Arrays.stream(resource.getDeclaredMethods()))
            .flatMap(method -> operation(method, root))
            .toList();
  }

  /** None for methods that answer no request. */
  private static Stream<String> operation(Method method, ApplicationPath root) {
    String path =
        root.value()
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

  private static String path(@Nullable Path annotation) {
    return annotation == null ? "" : annotation.value();
  }
}
