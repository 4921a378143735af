package org.parley.chat.reading;

/**
 * How far a member has read a room, at one moment.
 *
 * @param lastSeq seq of the room's newest message then; what was said after it is not counted
 */
public record ReadCount(ReadState state, long lastSeq) {}
