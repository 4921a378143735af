import type { State } from '../state.ts';
import type { Change, Draft, Editing, Outgoing, Unsent } from './types.ts';

/** What is kept of one tab's work until the server has settled it. */
export type Kept =
  | { readonly kind: 'message'; readonly id: string; readonly value: Outgoing }
  | { readonly kind: 'change'; readonly id: string; readonly value: Change }
  | { readonly kind: 'editing'; readonly id: string; readonly value: NonNullable<Unsent['editing']> };

/** A draft belongs to a person, not to a tab. None: there is nothing in the composer any more. */
export interface KeptDraft {
  readonly roomId: number;
  readonly draft: Draft | undefined;
  readonly at: number;
}

/** What has to be written to turn one state of affairs into the next. */
export interface Difference {
  readonly kept: readonly Kept[];
  readonly gone: readonly string[];
  readonly drafts: readonly KeptDraft[];
}

export const NOTHING: Unsent = { outgoing: [], changes: [], drafts: {} };

/** The one message that is edited has no id of its own. */
const EDITING = 'editing';

/** What of the state outlives this page. A committed change is done with, whether or not it shows yet. */
export function unsentOf({ timelines, drafts, editing }: State): Unsent {
  const all = Object.values(timelines);
  return {
    outgoing: all.flatMap(({ outgoing }) => outgoing).map(anew),
    changes: all.flatMap(({ changes }) => changes).filter(({ phase }) => phase !== 'acked').map(anew),
    drafts,
    editing: editing && isTyped(editing, timelines) ? editing : undefined,
  };
}

/** Where nothing was typed yet there is nothing to keep, and nothing to take up once it was sent. */
function isTyped({ roomId, seq, draft }: Editing, timelines: State['timelines']): boolean {
  return timelines[roomId]?.messages.find((message) => message.seq === seq)?.content !== draft;
}

/** Whatever was under way waits again; what was refused still is. */
function anew<T extends Outgoing | Change>(task: T): T {
  const { phase } = task;
  return phase === 'failed' || phase === 'queued' ? task : { ...task, phase: 'queued', reason: undefined, code: undefined };
}

export function differenceOf(before: Unsent, now: Unsent, at: number): Difference {
  const was = new Map(keptOf(before).map((entry) => [entry.id, entry]));
  const is = keptOf(now);
  const ids = new Set(is.map(({ id }) => id));
  return {
    kept: is.filter((entry) => !same(was.get(entry.id), entry)),
    gone: [...was.keys()].filter((id) => !ids.has(id)),
    drafts: draftsBetween(before, now, at),
  };
}

export function isNothing({ kept, gone, drafts }: Difference): boolean {
  return kept.length + gone.length + drafts.length === 0;
}

/** In the order they were kept in. */
export function unsentFrom(kept: readonly Kept[], drafts: readonly KeptDraft[]): Unsent {
  return {
    outgoing: kept.flatMap((entry) => (entry.kind === 'message' ? [entry.value] : [])),
    changes: kept.flatMap((entry) => (entry.kind === 'change' ? [entry.value] : [])),
    drafts: Object.fromEntries(drafts.flatMap(({ roomId, draft }) => (draft ? [[roomId, draft]] : []))),
    editing: kept.find((entry) => entry.kind === 'editing')?.value,
  };
}

function keptOf({ outgoing, changes, editing }: Unsent): readonly Kept[] {
  return [
    ...outgoing.map((value): Kept => ({ kind: 'message', id: value.id, value })),
    ...changes.map((value): Kept => ({ kind: 'change', id: value.id, value })),
    ...(editing ? [{ kind: 'editing', id: EDITING, value: editing } as const] : []),
  ];
}

/** A task never changes what it says, only whether it was refused. */
function same(one: Kept | undefined, other: Kept): boolean {
  return one !== undefined && (one.value === other.value
    || ('phase' in one.value && 'phase' in other.value && one.value.phase === other.value.phase && one.value.reason === other.value.reason));
}

function draftsBetween(before: Unsent, now: Unsent, at: number): readonly KeptDraft[] {
  const rooms = new Set([...Object.keys(before.drafts), ...Object.keys(now.drafts)].map(Number));
  return [...rooms]
    .filter((roomId) => before.drafts[roomId] !== now.drafts[roomId])
    .map((roomId) => ({ roomId, draft: now.drafts[roomId], at: now.drafts[roomId]?.at ?? Math.max(at, before.drafts[roomId]?.at ?? 0) }));
}
