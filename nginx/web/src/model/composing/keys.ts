/** What sends: Enter, or Enter with Ctrl or Cmd. */
export type SendKey = 'enter' | 'ctrl_enter';

type Press = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing' | 'keyCode'>;

/** While an input method is at work every key is its own. Safari says so by the key code only. */
export const isOfInputMethod = ({ isComposing, keyCode }: Pick<Press, 'isComposing' | 'keyCode'>) => isComposing || keyCode === 229;

export function isSend(press: Press, sendKey: SendKey): boolean {
  const { key, shiftKey, altKey, ctrlKey, metaKey } = press;
  return key === 'Enter' && !shiftKey && !altKey && !isOfInputMethod(press) && (sendKey === 'enter' || ctrlKey || metaKey);
}

/** What Ctrl or Cmd puts around the selection. */
const MARKS: Readonly<Record<string, string>> = { b: '**', i: '*' };

export function markOf(press: Press): string | undefined {
  return (press.ctrlKey || press.metaKey) && !press.altKey && !press.shiftKey && !isOfInputMethod(press) ? MARKS[press.key.toLowerCase()] : undefined;
}
