import type { Outgoing } from '../model/types.ts';
import { randomId } from '../net/ids.ts';
import type { Story, World } from './world.ts';

/** A live connection answers in milliseconds; after this the person should know and decide. */
const ANSWER_MS = 10_000;

/**
 * The life of a message of mine: queued with an id of its own, sent when the socket is in its room, and sent
 * again with the same id after a reconnect, until an ack, a live frame or a refusal settles it.
 */
export function sendingStory(world: World): Story {
  const deadlines = new Map<string, ReturnType<typeof setTimeout>>();

  const settle = (clientMsgId: string) => {
    clearTimeout(deadlines.get(clientMsgId));
    deadlines.delete(clientMsgId);
  };

  const transmit = ({ roomId, clientMsgId, content }: Outgoing) => {
    if (world.send({ type: 'send_message', room_id: roomId, client_msg_id: clientMsgId, content })) {
      settle(clientMsgId);
      deadlines.set(clientMsgId, setTimeout(() => giveUp(roomId, clientMsgId), ANSWER_MS));
    }
    // Without a socket it stays pending: joining the room again sends it.
  };

  const giveUp = (roomId: number, clientMsgId: string) => {
    deadlines.delete(clientMsgId);
    // Whoever lost the connection meanwhile is told by the connection's own sign.
    if (world.state().connection.status === 'live' && outgoing(roomId, clientMsgId)) {
      world.dispatch({ type: 'send_failed', roomId, clientMsgId, reason: 'the server did not answer' });
    }
  };

  const outgoing = (roomId: number, clientMsgId: string) =>
    world.state().timelines[roomId]?.outgoing.find((entry) => entry.clientMsgId === clientMsgId);

  return (action, state) => {
    switch (action.type) {
      case 'send': {
        const account = state.session.account;
        if (account) {
          const entry: Outgoing = {
            clientMsgId: randomId(),
            roomId: action.roomId,
            userId: account.id,
            username: account.username,
            content: action.content,
            at: Date.now(),
          };
          world.dispatch({ type: 'message_queued', outgoing: entry });
        }
        break;
      }
      case 'retry': {
        const entry = outgoing(action.roomId, action.clientMsgId);
        if (entry) {
          world.dispatch({ type: 'message_queued', outgoing: { ...entry, failure: undefined } });
        }
        break;
      }
      case 'message_queued':
        transmit(action.outgoing);
        break;
      case 'head_known':
        // The socket has just joined the room.
        for (const entry of state.timelines[action.roomId]?.outgoing ?? []) {
          if (entry.failure === undefined) {
            transmit(entry);
          }
        }
        break;
      case 'message_acked':
      case 'send_failed':
        settle(action.clientMsgId);
        break;
      case 'session_closed':
        deadlines.forEach((timer) => clearTimeout(timer));
        deadlines.clear();
        break;
    }
  };
}
