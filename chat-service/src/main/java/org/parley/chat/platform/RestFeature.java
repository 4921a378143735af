package org.parley.chat.platform;

import jakarta.ws.rs.ext.Provider;
import org.parley.contract.rest.RestConventions;

/** Parley's REST conventions, in this service. */
@Provider
public class RestFeature extends RestConventions {}
