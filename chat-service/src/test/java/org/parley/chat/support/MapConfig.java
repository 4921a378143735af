package org.parley.chat.support;

import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;
import org.eclipse.microprofile.config.spi.ConfigBuilder;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.eclipse.microprofile.config.spi.Converter;

/** Settings as a map of texts, for everybody in this JVM until closed. */
public final class MapConfig implements Config, AutoCloseable {

  private final Map<String, String> settings;

  private MapConfig(Map<String, String> settings) {
    this.settings = Map.copyOf(settings);
  }

  public static MapConfig install(Map<String, String> settings) {
    MapConfig config = new MapConfig(settings);
    ConfigProviderResolver.setInstance(new Resolver(config));
    return config;
  }

  @Override
  public void close() {
    ConfigProviderResolver.setInstance(null);
  }

  @Override
  public <T> Optional<T> getOptionalValue(String name, Class<T> type) {
    return Optional.ofNullable(settings.get(name)).map(type::cast);
  }

  @Override
  public <T> T getValue(String name, Class<T> type) {
    return getOptionalValue(name, type).orElseThrow();
  }

  @Override
  public Iterable<String> getPropertyNames() {
    return settings.keySet();
  }

  @Override
  public ConfigValue getConfigValue(String name) {
    return new FromEnvironment(name, settings.get(name));
  }

  @Override
  public Iterable<ConfigSource> getConfigSources() {
    throw new UnsupportedOperationException();
  }

  @Override
  public <T> Optional<Converter<T>> getConverter(Class<T> type) {
    return Optional.empty();
  }

  @Override
  public <T> T unwrap(Class<T> type) {
    throw new UnsupportedOperationException();
  }

  /** A value as environment variables have it; none has no source either. */
  private static final class FromEnvironment implements ConfigValue {

    private final String name;
    private final String value;

    FromEnvironment(String name, String value) {
      this.name = name;
      this.value = value;
    }

    @Override
    public String getName() {
      return name;
    }

    @Override
    public String getValue() {
      return value;
    }

    @Override
    public String getRawValue() {
      return value;
    }

    @Override
    public String getSourceName() {
      return value == null ? null : "environment";
    }

    @Override
    public int getSourceOrdinal() {
      return value == null ? 0 : 300; // MicroProfile Config's own
    }
  }

  /** Answers with the one configuration there is. */
  private static final class Resolver extends ConfigProviderResolver {

    private final Config config;

    Resolver(Config config) {
      this.config = config;
    }

    @Override
    public Config getConfig() {
      return config;
    }

    @Override
    public Config getConfig(ClassLoader loader) {
      return config;
    }

    @Override
    public ConfigBuilder getBuilder() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void registerConfig(Config other, ClassLoader loader) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void releaseConfig(Config other) {
      throw new UnsupportedOperationException();
    }
  }
}
