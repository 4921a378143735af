package org.parley.system.bench.load;

/**
 * What happened while somebody measured.
 *
 * @param delivered messages that reached a socket, whoever sent them
 * @param refused sends that got an error instead of an acknowledgement
 * @param resyncs times a server said that it left something out
 * @param closed sockets the server closed
 * @param ordered deliveries whose order was looked at
 * @param outOfOrder those of them that came after a later message of the room
 * @param latency from when a send was due to its delivery
 * @param ack from when a send was due to its acknowledgement
 * @param lag from when a send was due to when the load sent it: the load's own share of both
 */
public record Window(
    long sent,
    long delivered,
    long acked,
    long refused,
    long resyncs,
    long closed,
    long ordered,
    long outOfOrder,
    Percentiles latency,
    Percentiles ack,
    Percentiles lag) {}
