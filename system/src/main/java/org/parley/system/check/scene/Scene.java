package org.parley.system.check.scene;

import java.net.http.HttpClient;
import org.parley.system.check.ledger.Findings;
import org.parley.system.check.ledger.StatePool;
import org.parley.system.check.wire.RestApi;

/** What all clients of a check share. */
public record Scene(
    Plan plan,
    HttpClient http,
    RestApi api,
    Course course,
    Tally tally,
    Latencies latencies,
    Findings findings,
    StatePool states) {}
