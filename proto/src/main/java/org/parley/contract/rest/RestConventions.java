package org.parley.contract.rest;

import com.fasterxml.jackson.jakarta.rs.json.JacksonJsonProvider;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;
import org.parley.contract.Json;

/**
 * What makes a REST interface look like Parley's. Each service has a {@code @Provider} subclass in
 * its platform package, because the server looks for providers in the application only.
 */
public class RestConventions implements Feature {

  @Override
  public boolean configure(FeatureContext context) {
    context
        .register(RequestIdFilter.class)
        .register(RequestBodyFilter.class)
        .register(BearerFilter.RoleFilter.class)
        .register(ProblemMapper.class)
        .register(JsonProvider.class);
    return true;
  }

  /** The answer where there is nothing else to tell. */
  public record Done(boolean success) {
    public static final Done DONE = new Done(true);
  }

  /** Jackson with our rules, for requests, answers and problems. */
  @Provider
  @Consumes({"application/json", "application/*+json"})
  @Produces({"application/json", "application/*+json"})
  public static class JsonProvider extends JacksonJsonProvider {
    public JsonProvider() {
      super(Json.json());
    }
  }
}
