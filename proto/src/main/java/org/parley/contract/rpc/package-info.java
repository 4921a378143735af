/**
 * How both services answer over gRPC: one port, bearer tokens in the metadata, one mapping of
 * problems to statuses, a request id and a count for every call.
 *
 * <p>Depends on {@code org.parley.contract}, its tokens, gRPC and MicroProfile Metrics. Every
 * refusal leaves with the problem's code and is logged once, here.
 */
@NullMarked
package org.parley.contract.rpc;

import org.jspecify.annotations.NullMarked;
