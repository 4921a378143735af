import { neighbour } from '../../model/rooms/order.ts';
import type { State } from '../../model/state.ts';
import type { Store } from '../../model/store.ts';
import type { Wish } from '../../model/actions.ts';
import { focused } from '../kit/focus.ts';

/** As much of a key press as counts here. */
export type Press = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

/** Keys that work wherever the focus is. */
export function followKeys(store: Store): void {
  addEventListener('keydown', (event) => {
    const wish = event.isComposing || event.defaultPrevented ? undefined : wishOf(event, store.state, isWriting());
    if (wish) {
      event.preventDefault();
      store.dispatch(wish);
    }
  });
}

/** What a key asks for, if anything. Where something is being written, a letter is a letter. */
export function wishOf(press: Press, state: State, writing: boolean): Wish | undefined {
  const { session, rooms } = state;
  // In a dialog only the dialog's own keys work.
  if (session.phase !== 'signed_in' || rooms.dialog) {
    return undefined;
  }
  const { key, altKey, shiftKey } = press;
  if (key === 'Escape' && state.settings.open && !writing) {
    return { type: 'close_settings' };
  }
  const command = (press.ctrlKey || press.metaKey) && !altKey;
  if (command && !shiftKey && key.toLowerCase() === 'k') {
    return { type: 'open_dialog', dialog: 'switcher' };
  }
  // Where / is above 7, Ctrl+/ is pressed with Shift.
  if (command && key === '/') {
    return { type: 'open_dialog', dialog: 'keys' };
  }
  if (altKey && !press.ctrlKey && !press.metaKey && (key === 'ArrowUp' || key === 'ArrowDown')) {
    const room = neighbour(state, key === 'ArrowDown' ? 1 : -1, shiftKey);
    return room && { type: 'open_room', roomId: room.id };
  }
  return undefined;
}

function isWriting(): boolean {
  const element = focused();
  return element !== undefined && (element.matches('input:not([type=radio], [type=checkbox]), textarea, select') || element.isContentEditable);
}
