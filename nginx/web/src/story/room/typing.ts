import { isFollowing } from '../../model/timeline/cursor.ts';
import type { Story, World } from '../world.ts';

/** The server tells others every three seconds at most. A moment more, or what comes a little too early is not told at all. */
const EVERY_MS = 3_100;
/** Nearly twice that, so that one frame may be lost. */
const OVER_MS = 6_000;

/** Tells a room the socket is in that I write, and forgets that others do when nothing more is heard. */
export function typingStory(world: World): Story {
  /** Rooms I have told lately. */
  const told = new Map<number, ReturnType<typeof setTimeout>>();
  const others = new Map<string, ReturnType<typeof setTimeout>>();

  const tell = (roomId: number) => {
    if (!told.has(roomId) && isFollowing(world.state().timelines[roomId]?.cursor) && world.send({ type: 'typing', room_id: roomId })) {
      told.set(roomId, setTimeout(() => told.delete(roomId), EVERY_MS));
    }
  };
  const heard = (roomId: number, userId: number) => {
    const key = `${roomId}/${userId}`;
    clearTimeout(others.get(key));
    others.set(key, setTimeout(() => {
      others.delete(key);
      world.dispatch({ type: 'typing_over', roomId, userId });
    }, OVER_MS));
  };
  const forget = (timers: Map<unknown, ReturnType<typeof setTimeout>>) => {
    timers.forEach((timer) => clearTimeout(timer));
    timers.clear();
  };

  return (action) => {
    switch (action.type) {
      case 'keep_draft':
        if (action.draft !== '') {
          tell(action.roomId);
        }
        break;
      case 'typing_heard':
        heard(action.roomId, action.userId);
        break;
      case 'session_closed':
        forget(told);
        forget(others);
        break;
    }
  };
}
