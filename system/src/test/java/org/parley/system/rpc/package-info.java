/** gRPC against the running system, with the stubs a client generates and nothing else of ours. */
package org.parley.system.rpc;
