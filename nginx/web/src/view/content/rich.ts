import { toHtml } from './markdown.ts';
import { toNodes } from './sanitize.ts';

/** More messages than are on any screen, less than anybody would notice in memory. */
const KEPT = 500;

/** By content and mentions: what was read once is only copied. The one used longest ago goes first. */
const read = new Map<string, DocumentFragment | undefined>();

/** A message's words as nodes, fresh ones each time. Nothing when they are to be shown as they were typed. */
export function nodesOf(content: string, named: readonly string[]): Node | undefined {
  const key = `${named.join()}\n${content}`;
  if (read.has(key)) {
    const known = read.get(key);
    read.delete(key);
    read.set(key, known);
    return known?.cloneNode(true);
  }
  const html = toHtml(content, named.length === 0 ? undefined : (name) => named.includes(name.toLowerCase()));
  const nodes = html === undefined ? undefined : toNodes(html);
  read.set(key, nodes);
  if (read.size > KEPT) {
    read.delete(read.keys().next().value!);
  }
  return nodes?.cloneNode(true);
}
