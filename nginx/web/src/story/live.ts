import type { Action } from '../model/actions.ts';
import type { ServerFrame } from '../net/frames.ts';
import { toMessage, toRoom } from '../net/wire.ts';
import type { Story, World } from './world.ts';

/** The socket is in every room that was opened on this page, again after each reconnect. */
export function liveStory(world: World): Story {
  const joined = new Set<number>();

  const join = (roomId: number) => {
    if (!joined.has(roomId) && world.send({ type: 'join_room', room_id: roomId })) {
      joined.add(roomId);
    }
  };

  return (action, state) => {
    switch (action.type) {
      case 'open_room':
        join(action.roomId);
        break;
      case 'connection_changed':
        joined.clear();
        state.rooms.visited.forEach(join);
        break;
      case 'room_left':
        joined.delete(action.roomId);
        break;
      case 'session_closed':
        joined.clear();
        break;
    }
  };
}

/** What a frame means here; a frame may mean nothing, or two things. */
export function happeningsOf(frame: ServerFrame, selfId: number | undefined): readonly Action[] {
  switch (frame.type) {
    case 'room_joined': {
      const head: Action = { type: 'head_known', roomId: frame.room_id, seq: frame.last_seq ?? 0 };
      return frame.room ? [{ type: 'room_known', room: { ...toRoom(frame.room), isMember: true } }, head] : [head];
    }
    case 'new_message':
      return [{ type: 'message_arrived', message: toMessage(frame) }];
    case 'message_ack':
      return [{
        type: 'message_acked',
        roomId: frame.room_id,
        clientMsgId: frame.client_msg_id,
        id: frame.message_id,
        seq: frame.seq,
        at: frame.created_at_ms,
      }];
    case 'user_joined':
    case 'user_left':
      return frame.user_id === selfId
        ? []
        : [{
            type: 'presence_changed',
            roomId: frame.room_id,
            userId: frame.user_id,
            username: frame.username,
            came: frame.type === 'user_joined',
          }];
    case 'error':
      return errorOf(frame);
    case 'success':
    case 'pong':
      return [];
  }
}

function errorOf(frame: Extract<ServerFrame, { type: 'error' }>): readonly Action[] {
  if (frame.client_msg_id !== undefined && frame.room_id !== undefined) {
    const reason = frame.message.replace(/^Failed to send message: /, '');
    return [{ type: 'send_failed', roomId: frame.room_id, clientMsgId: frame.client_msg_id, reason }];
  }
  return [{ type: 'trouble', detail: frame.message }];
}
