/** As much of the browser's Storage as is used here. */
export type Box = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** A browser that forbids storage, or has no room left, costs no more than what would have been kept. */
export function quietly<T>(box: Box | undefined, work: (box: Box) => T): T | undefined {
  try {
    return box && work(box);
  } catch {
    return undefined;
  }
}

/** Reading the property throws where a browser forbids storage. */
export function boxOf(property: () => Box): Box | undefined {
  try {
    return property();
  } catch {
    return undefined;
  }
}
