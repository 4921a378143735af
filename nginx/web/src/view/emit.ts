import type { Wish } from '../model/actions.ts';

/** Hands a wish to the app element, through whatever shadow roots lie between. */
export function emit(from: HTMLElement, wish: Wish): void {
  from.dispatchEvent(new CustomEvent<Wish>('wish', { detail: wish, bubbles: true, composed: true }));
}
