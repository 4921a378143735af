import type { Phase, Refused, Task } from './types.ts';
import type { Timeline } from '../timeline/types.ts';

/** So much may wait to be sent, in all rooms together: whoever wrote that much without an answer should hear of it. */
const OUTBOX_LIMIT = 100;

/** What was refused waits for nothing, and may lie in a room nobody can open any more. */
export function isFull(timelines: Readonly<Record<number, Timeline>>): boolean {
  const waiting = (tasks: readonly Task[]) => tasks.filter(({ phase }) => phase !== 'failed').length;
  return Object.values(timelines).reduce((sum, { outgoing, changes }) => sum + waiting(outgoing) + waiting(changes), 0) >= OUTBOX_LIMIT;
}

/**
 * The one to send next, if it is time: in order, and only when the one before was settled. One refused for good is
 * settled, one that waits holds up what comes after it.
 */
export function nextTask<T extends Task>(tasks: readonly T[]): T | undefined {
  const first = tasks.find(({ phase }) => phase !== 'failed' && phase !== 'acked');
  return first?.phase === 'queued' ? first : undefined;
}

export function withPhase<T extends Task>(tasks: readonly T[], id: string, phase: Phase, why?: Refused): readonly T[] {
  return tasks.some((task) => task.id === id)
    ? tasks.map((task) => (task.id === id ? { ...task, phase, reason: why?.reason, code: why?.code } : task))
    : tasks;
}

/** The answers will never come on the next socket: whatever was under way is sent again, under its old id. */
export function interruptedTasks<T extends Task>(tasks: readonly T[]): readonly T[] {
  return tasks.some(({ phase }) => phase === 'sent' || phase === 'waiting')
    ? tasks.map((task) => (task.phase === 'sent' || task.phase === 'waiting' ? { ...task, phase: 'queued' } : task))
    : tasks;
}

/** Adds one; one that is there already keeps its place. */
export function withTask<T extends Task>(tasks: readonly T[], added: T): readonly T[] {
  return tasks.some(({ id }) => id === added.id) ? tasks.map((task) => (task.id === added.id ? added : task)) : [...tasks, added];
}

export function withoutTask<T extends Task>(tasks: readonly T[], id: string): readonly T[] {
  return tasks.some((task) => task.id === id) ? tasks.filter((task) => task.id !== id) : tasks;
}
