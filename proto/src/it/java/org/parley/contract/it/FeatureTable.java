package org.parley.contract.it;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture.LayerDependencySpecification;
import java.util.Map;
import java.util.Set;

/**
 * Which feature of a service may use which. A feature is a package right below the root, and every
 * one is in the table.
 */
public record FeatureTable(String root, Map<String, Set<String>> mayUse) {

  /** Fails where a class uses one of a feature its own may not use. */
  public void check(JavaClasses classes) {
    LayeredArchitecture table =
        layeredArchitecture().consideringOnlyDependenciesInAnyPackage(root + "..");
    for (String feature : mayUse.keySet()) {
      table = table.layer(feature).definedBy(root + "." + feature);
    }
    for (Map.Entry<String, Set<String>> row : mayUse.entrySet()) {
      LayerDependencySpecification feature = table.whereLayer(row.getKey());
      table =
          row.getValue().isEmpty()
              ? feature.mayNotAccessAnyLayer()
              : feature.mayOnlyAccessLayers(row.getValue().toArray(String[]::new));
    }
    table.ensureAllClassesAreContainedInArchitecture().check(classes);
  }
}
