package org.parley.users.support;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The WAR as it was built, with the tests in it. */
public final class UserServiceArchive {

  private UserServiceArchive() {}

  public static WebArchive create() {
    return ShrinkWrap.create(ZipImporter.class, "user-service.war")
        .importFrom(new File(System.getProperty("parley.it.war")))
        .as(WebArchive.class)
        .addPackage(Api.class.getPackage())
        .addAsLibrary(jarOf(Assertions.class))
        // Arquillian's element in server.xml names no context root; production's does.
        .addAsWebInfResource(
            new StringAsset(
                """
                <web-ext xmlns="http://websphere.ibm.com/xml/ns/javaee" version="1.0">
                  <context-root uri="/"/>
                </web-ext>
                """),
            "ibm-web-ext.xml");
  }

  private static File jarOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toFile();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
