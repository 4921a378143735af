package org.parley.system.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.system.bench.load.LoadProblem;
import org.parley.system.bench.peer.BenchDatabase;
import org.parley.system.run.LocalSystem;

/** What PostgreSQL promises of a commit; all contenders use the same one. */
final class Durability {

  private static final List<String> SETTINGS =
      List.of("server_version", "fsync", "synchronous_commit", "full_page_writes", "commit_delay");

  private Durability() {}

  static Map<String, String> of(LocalSystem system) {
    Map<String, String> settings = new LinkedHashMap<>();
    try (Connection connection = BenchDatabase.of(system).connect("postgres");
        PreparedStatement show = connection.prepareStatement("select current_setting(?)")) {
      for (String setting : SETTINGS) {
        show.setString(1, setting);
        try (ResultSet row = show.executeQuery()) {
          row.next();
          settings.put(setting, row.getString(1));
        }
      }
      return settings;
    } catch (SQLException e) {
      throw new LoadProblem("PostgreSQL does not say how it is set.", e);
    }
  }
}
