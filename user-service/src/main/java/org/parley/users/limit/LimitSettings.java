package org.parley.users.limit;

import java.util.Optional;
import org.parley.contract.limit.LimitReader;
import org.parley.contract.limit.Rate;
import org.parley.contract.limit.TrustedProxies;
import org.parley.users.platform.BadSettingException;
import org.parley.users.platform.Settings;

/**
 * How often each may be done.
 *
 * @param on whether any limit holds
 * @param register new accounts from one address
 * @param loginPerAddress logins from one address, also those that succeed
 * @param loginPerAccount wrong passwords for one name of an account
 * @param refresh refreshes of sessions
 * @param export copies a person takes of what is kept about them
 * @param proxies who may say from where a request comes
 */
record LimitSettings(
    boolean on,
    Rate register,
    Rate loginPerAddress,
    Rate loginPerAccount,
    Refreshes refresh,
    Rate export,
    TrustedProxies proxies) {

  /**
   * How often sessions may be refreshed.
   *
   * @param perAddress any sessions from one address, also those that are refused
   * @param perSession one session
   */
  record Refreshes(Rate perAddress, Rate perSession) {

    static Refreshes from(LimitReader reader) {
      return new Refreshes(
          // No hashing, so ten times the logins: an office that opens its laptops in the morning.
          reader.rate("PARLEY_LIMIT_REFRESH_ADDRESS", "600/min"),
          // Every quarter of an hour, and once for each page that is loaded or tab that wakes up.
          reader.rate("PARLEY_LIMIT_REFRESH_SESSION", "30/min"));
    }
  }

  static LimitSettings from(Settings settings) {
    LimitReader reader =
        new LimitReader(
            name -> Optional.of(settings.text(name, "")).filter(text -> !text.isEmpty()),
            BadSettingException::new);
    return new LimitSettings(
        reader.isOn(),
        // A person registers once; an office behind one address on its first day.
        reader.rate("PARLEY_LIMIT_REGISTER", "60/min"),
        reader.rate("PARLEY_LIMIT_LOGIN_ADDRESS", "60/min"),
        reader.rate("PARLEY_LIMIT_LOGIN_ACCOUNT", "10/min"),
        Refreshes.from(reader),
        reader.rate("PARLEY_LIMIT_EXPORT", "5/h"),
        reader.proxies());
  }
}
