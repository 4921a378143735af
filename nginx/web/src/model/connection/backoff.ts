const FLOOR_MS = 500;
const CEILING_MS = 30_000;

/**
 * How long to wait before the next try: anything between half a second and a bound that doubles from one second
 * to thirty. The whole span is random, so that thousands of clients of one restarted instance spread out.
 */
export function backoff(attempt: number, random: () => number = Math.random): number {
  const bound = Math.min(CEILING_MS, 1_000 * 2 ** Math.min(attempt, 10));
  return Math.round(FLOOR_MS + random() * (bound - FLOOR_MS));
}

/** Never before the server said; those who were told the same moment spread out after it. */
export function pauseOf(attempt: number, retryAfterMs = 0, random: () => number = Math.random): number {
  return retryAfterMs > 0 ? Math.max(retryAfterMs + backoff(0, random), backoff(attempt, random)) : backoff(attempt, random);
}
