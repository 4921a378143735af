package org.parley.contract.log;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;

/** What an instance is called: {@code SERVER_ID}, otherwise by the name of its machine. */
public final class ServerId {

  /**
   * Open Liberty's ordinal for {@code defaultValue} of a variable; all others are above. The
   * default that server.xml has is for PostgreSQL, and the same on every machine.
   */
  private static final int SERVER_XML_DEFAULT = 1;

  private ServerId() {}

  /**
   * The name.
   *
   * @param otherwise where the machine has no name
   */
  public static String of(Config config, String otherwise) {
    ConfigValue given = config.getConfigValue("SERVER_ID");
    String name = given.getValue() == null ? "" : given.getValue().strip();
    return given.getSourceOrdinal() > SERVER_XML_DEFAULT && !name.isEmpty()
        ? name
        : hostName(otherwise);
  }

  private static String hostName(String otherwise) {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return otherwise;
    }
  }
}
