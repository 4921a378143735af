import type { Theme } from '../../model/preferences/types.ts';
import type { Store } from '../../model/store.ts';

/** What a phone paints round the page; the colours of --paper in style.css. */
const FRAME = { light: '#f4f2ec', dark: '#101413' } as const;

/**
 * Puts the chosen theme on the page, where style.css looks for it. Who asks their device for more contrast gets it as long
 * as they choose nothing else here.
 */
export function followTheme(store: Store): void {
  const more = matchMedia('(prefers-contrast: more)');
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const show = () => {
    const { theme } = store.state.preferences;
    document.documentElement.dataset['theme'] = theme === 'system' && more.matches ? 'contrast' : theme;
    const frame = frameOf(theme, dark.matches);
    document.querySelectorAll('meta[name="theme-color"]').forEach((meta) => meta.setAttribute('content', frame));
  };
  show();
  more.addEventListener('change', show);
  dark.addEventListener('change', show);
  store.listen((_, action) => {
    if (action.type === 'prefer' || action.type === 'preferences_known') {
      show();
    }
  });
}

function frameOf(theme: Theme, deviceIsDark: boolean): string {
  const isDark = theme === 'dark' || (theme !== 'light' && deviceIsDark);
  return isDark ? FRAME.dark : FRAME.light;
}
