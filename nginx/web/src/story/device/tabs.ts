import type { Preferences } from '../../model/preferences/types.ts';
import type { Notice } from '../../model/notices/types.ts';

/** What the tabs of one browser tell each other. Each kind has one meaning; a tab never hears itself. */
export type TabNews =
  | { readonly type: 'preferences'; readonly preferences: Preferences }
  /** Somebody signed out, on purpose, in one tab: they meant the browser. */
  | { readonly type: 'signed_out'; readonly userId: number }
  /** To be shown by whichever tab does that for all of them. */
  | { readonly type: 'notice'; readonly notice: Notice };

type NewsOf<T extends TabNews['type']> = Extract<TabNews, { type: T }>;

/** As much of a BroadcastChannel as is used here. */
export interface Channel {
  postMessage(news: unknown): void;
  onmessage: ((event: MessageEvent) => unknown) | null;
}

const NAME = 'parley.1';

/**
 * A line between the tabs of this origin. Lossy, and silent where the browser has none: whoever uses it must be right
 * without it, only later.
 */
export class Tabs {
  readonly #listeners = new Map<string, ((news: never) => void)[]>();

  constructor(private readonly channel: Channel | undefined = openChannel()) {
    if (channel) {
      channel.onmessage = ({ data }) => this.#heard(data as TabNews);
    }
  }

  tell(news: TabNews): void {
    this.channel?.postMessage(news);
  }

  on<T extends TabNews['type']>(type: T, listener: (news: NewsOf<T>) => void): void {
    this.#listeners.set(type, [...(this.#listeners.get(type) ?? []), listener as (news: never) => void]);
  }

  #heard(news: TabNews): void {
    // Another tab may still run an older or newer page.
    this.#listeners.get(news?.type)?.forEach((listener) => listener(news as never));
  }
}

function openChannel(): Channel | undefined {
  return typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(NAME);
}
