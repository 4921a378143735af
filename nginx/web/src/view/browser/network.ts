/** The moments after which a socket may be dead without anybody having said so. */
export function followNetwork(probe: () => void): void {
  addEventListener('online', probe);
  // Back from another page, with everything as it was.
  addEventListener('pageshow', probe);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') {
      probe();
    }
  });
}
