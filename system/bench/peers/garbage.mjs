let times = 0;

/**
 * Collects garbage on SIGUSR2 and says so, that memory is read of these servers as it is of those on Java: what they need, not
 * what they have not given back yet. Without --expose-gc there is nothing to call.
 */
export function collectOnSignal() {
  process.on('SIGUSR2', () => {
    globalThis.gc?.();
    console.log(`collected ${++times}`);
  });
}
