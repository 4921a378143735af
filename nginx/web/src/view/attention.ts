import type { Store } from '../model/store.ts';

/** What is on the screen counts as read only while somebody has this page in front of them. */
export function followAttention(store: Store): void {
  const report = () => {
    const attentive = document.visibilityState === 'visible' && document.hasFocus();
    if (attentive !== store.state.reading.attentive) {
      store.dispatch({ type: 'attention_changed', attentive });
    }
  };
  addEventListener('focus', report);
  addEventListener('blur', report);
  document.addEventListener('visibilitychange', report);
  report();
}
