// As much of node as the tests use; its own type package would bring all of it.
declare module 'node:test' {
  interface Timers {
    enable(options: { apis: ('setTimeout' | 'setInterval' | 'Date')[]; now?: number }): void;
    tick(ms: number): void;
  }
  export function test(name: string, body: (context: { mock: { timers: Timers } }) => void | Promise<void>): void;
}
declare function setImmediate(callback: (value?: unknown) => void): unknown;
declare module 'node:assert/strict' {
  interface Assert {
    (value: unknown, message?: string): asserts value;
    ok(value: unknown, message?: string): void;
    equal(actual: unknown, expected: unknown, message?: string): void;
    deepEqual(actual: unknown, expected: unknown, message?: string): void;
  }
  const assert: Assert;
  export default assert;
}
