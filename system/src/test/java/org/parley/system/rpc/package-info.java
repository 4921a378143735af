/** gRPC against the running system, with the stubs a client generates and nothing else of ours. */
@NullMarked
package org.parley.system.rpc;

import org.jspecify.annotations.NullMarked;
