package org.parley.system.secure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.parley.contract.secure.CertificateAuthority.KeyPair;
import org.parley.system.bench.peer.BenchDatabase;
import org.parley.system.settings.SystemSettings;
import org.parley.system.storage.Secrets;

/** The system's PostgreSQL, which lets the services in over TLS only. */
final class SecureDatabase {

  private static final String TLS_ONLY =
      """
      host    all           postgres      127.0.0.1/32  scram-sha-256
      hostssl parley_users  parley_users  127.0.0.1/32  scram-sha-256
      hostssl parley_chat   parley_chat   127.0.0.1/32  scram-sha-256
      """;

  private final SystemSettings settings;
  private final Secrets secrets;

  SecureDatabase(SystemSettings settings, Secrets secrets) {
    this.settings = settings;
    this.secrets = secrets;
  }

  /** Changes the one that runs. */
  void encrypt(KeyPair proof) throws IOException, SQLException {
    Files.writeString(settings.dataFolder().resolve("postgres/pg_hba.conf"), TLS_ONLY);
    try (Connection connection = connect();
        Statement sql = connection.createStatement()) {
      sql.execute("alter system set ssl_cert_file = '" + proof.certificate() + "'");
      sql.execute("alter system set ssl_key_file = '" + proof.key() + "'");
      sql.execute("alter system set ssl = on");
      sql.execute("select pg_reload_conf()");
    }
  }

  /**
   * As {@code PARLEY_DB_URL}.
   *
   * @param ca who may vouch for it
   */
  String url(String database, Path ca) {
    return address(database) + "?sslmode=verify-full&sslrootcert=" + ca;
  }

  private String address(String database) {
    return "jdbc:postgresql://localhost:" + settings.ports().postgres() + "/" + database;
  }

  /** Lets chat-service's role in, if PostgreSQL does. */
  void connectInPlaintext() throws SQLException {
    DriverManager.getConnection(
            address("parley_chat") + "?sslmode=disable", "parley_chat", secrets.chat())
        .close();
  }

  /** Every connection of the services: their name and whether it is encrypted, without doubles. */
  List<String> connections() throws SQLException {
    List<String> found = new ArrayList<>();
    try (Connection connection = connect();
        Statement sql = connection.createStatement();
        ResultSet rows =
            sql.executeQuery(
                """
                select distinct application_name || case when ssl then ' over TLS' else ' in plaintext' end
                from pg_stat_activity join pg_stat_ssl using (pid)
                where usename like 'parley%' order by 1""")) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }

  private Connection connect() throws SQLException {
    return new BenchDatabase(settings.ports().postgres(), secrets.superuser()).connect("postgres");
  }
}
