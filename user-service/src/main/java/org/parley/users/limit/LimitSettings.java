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
 * @param proxies who may say from where a request comes
 */
record LimitSettings(
    boolean on, Rate register, Rate loginPerAddress, Rate loginPerAccount, TrustedProxies proxies) {

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
        reader.proxies());
  }
}
