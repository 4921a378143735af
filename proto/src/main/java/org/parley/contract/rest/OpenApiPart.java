package org.parley.contract.rest;

import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.Paths;
import org.jspecify.annotations.Nullable;

/**
 * Leaves of docs/openapi.yaml, which every service carries whole, what one of them answers: the
 * operations with one of its tags. Schemas stay; they are the vocabulary of all. Each service names
 * its tags in a subclass in its platform package.
 */
public abstract class OpenApiPart implements OASFilter {

  private final Set<String> tags;

  protected OpenApiPart(String... tags) {
    this.tags = Set.of(tags);
  }

  @Override
  public @Nullable Operation filterOperation(Operation operation) {
    List<String> given = operation.getTags();
    return given != null && given.stream().anyMatch(tags::contains) ? operation : null;
  }

  /** Called last: paths without an operation, and tags of others, go. */
  @Override
  public void filterOpenAPI(OpenAPI document) {
    Paths paths = document.getPaths();
    List.copyOf(paths.getPathItems().keySet()).stream()
        .filter(path -> paths.getPathItem(path).getOperations().isEmpty())
        .forEach(paths::removePathItem);
    List.copyOf(document.getTags()).stream()
        .filter(tag -> !tags.contains(tag.getName()))
        .forEach(document::removeTag);
  }
}
