import { nextTask } from '../../model/writing/tasks.ts';
import type { Change, Outgoing, Task } from '../../model/writing/types.ts';
import type { State } from '../../model/state.ts';
import type { ClientFrame } from '../../net/frames.ts';
import { maySendIn } from '../live.ts';
import type { Story, World } from '../world.ts';

/** A live connection answers in milliseconds; after this the same is sent again, under the same id. */
const ANSWER_MS = 10_000;

/**
 * Sends what the outbox holds: of each room one message and one change at a time, in order, each again and again
 * until the server has settled it. What it refuses for now waits as long as it said.
 */
export function outboxStory(world: World): Story {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();

  const settle = (id: string) => {
    clearTimeout(timers.get(id));
    timers.delete(id);
  };
  const later = (roomId: number, id: string, afterMs: number) => {
    settle(id);
    timers.set(id, setTimeout(() => {
      timers.delete(id);
      world.dispatch({ type: 'task_due', roomId, id });
    }, afterMs));
  };

  // The timer tells that one was sent already, while that is not yet in the state.
  const send = (task: Task, frame: ClientFrame) => {
    if (!timers.has(task.id) && world.send(frame)) {
      later(task.roomId, task.id, ANSWER_MS);
      world.dispatch({ type: 'task_sent', roomId: task.roomId, id: task.id });
    }
  };
  const sendNext = (state: State) => {
    // Of hundreds of rooms one or none has something to send; whether it may is asked only then, not for every frame that comes.
    for (const { outgoing, changes } of Object.values(state.timelines)) {
      const message = nextTask(outgoing);
      const change = nextTask(changes);
      if (message && maySendIn(state, message.roomId)) {
        send(message, messageFrame(message));
      }
      if (change && maySendIn(state, change.roomId)) {
        send(change, changeFrame(change));
      }
    }
  };

  return (action, state) => {
    switch (action.type) {
      case 'task_delayed':
        later(action.roomId, action.id, action.afterMs);
        break;
      case 'message_acked':
      case 'change_acked':
      case 'task_failed':
        settle(action.id);
        break;
      case 'connection_changed':
      case 'session_closed':
        [...timers.keys()].forEach(settle);
        break;
    }
    if (state.connection.status === 'live') {
      sendNext(state);
    }
  };
}

function messageFrame({ roomId, id, content, replyTo }: Outgoing): ClientFrame {
  const frame = { type: 'send_message', room_id: roomId, client_msg_id: id, content } as const;
  return replyTo === undefined ? frame : { ...frame, reply_to: replyTo };
}

function changeFrame({ roomId, seq, what }: Change): ClientFrame {
  switch (what.kind) {
    case 'edit':
      return { type: 'edit_message', room_id: roomId, seq, content: what.content };
    case 'remove':
      return { type: 'delete_message', room_id: roomId, seq };
    case 'react':
      return { type: 'react', room_id: roomId, seq, emoji: what.emoji, on: what.on };
  }
}
