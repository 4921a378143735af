import MarkdownIt from 'markdown-it';
import { namesIn } from '../../model/content/content.ts';

type Tokens = ReturnType<MarkdownIt['parse']>;
type Token = Tokens[number];
type Core = Parameters<Parameters<MarkdownIt['core']['ruler']['push']>[1]>[0];

/** Names that are shown as mentions. */
export type IsMention = (name: string) => boolean;

/** Deeper nobody writes in earnest. What lies deeper markdown-it leaves out, so such a message is shown as it was typed. */
const DEEPEST = 24;
/** A table of four thousand characters can have ten thousand cells: more parts than this are shown as they were typed. */
const MOST_TOKENS = 3_000;

const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true })
  // No images, no titles by underlining; and what would vanish or turn into something else: definitions, entities.
  .disable(['image', 'lheading', 'reference', 'entity']);
Object.assign(markdown.options, { maxNesting: DEEPEST }); // its types do not know it
// A file name is no address; what has a scheme, or looks like mail, is.
markdown.linkify.set({ fuzzyLink: false, fuzzyIP: false, fuzzyEmail: true }).add('//', null).add('ftp:', null);
markdown.validateLink = (url) => /^(?:https?|mailto):/i.test(url.trim());
markdown.core.ruler.push('mentions', withMentions);
markdown.core.ruler.push('alignment', withAlignment);
Object.assign(markdown.renderer.rules, {
  softbreak: () => '<br>',
  hardbreak: () => '<br>',
  // What somebody calls a heading is none of the page.
  heading_open: () => '<p><strong>',
  heading_close: () => '</strong></p>\n',
});

/** As HTML that has yet to be sanitized. Nothing when it is to be shown as it was typed. */
export function toHtml(content: string, isMention?: IsMention): string | undefined {
  if (cellsOf(content) > MOST_TOKENS) {
    return undefined;
  }
  const environment = { isMention };
  const tokens = markdown.parse(content, environment);
  return isTooMuch(tokens) ? undefined : markdown.renderer.render(tokens, markdown.options, environment);
}

/** At most so many cells has a table in it: each of its rows gets as many as its head has. */
function cellsOf(content: string): number {
  const lines = content.split('\n');
  return lines.length * Math.max(...lines.map((line) => line.split('|').length - 1));
}

function isTooMuch(tokens: Tokens): boolean {
  let depth = 0;
  let count = 0;
  let deepest = 0;
  const look = (token: Token) => {
    count++;
    depth += token.nesting;
    deepest = Math.max(deepest, depth);
    token.children?.forEach(look);
  };
  tokens.forEach(look);
  return count > MOST_TOKENS || deepest >= DEEPEST - 1;
}

/** A name in the words, outside code and links, becomes a mention when it means somebody. */
function withMentions(state: Core): void {
  const { isMention } = state.env as { isMention?: IsMention };
  if (!isMention) {
    return;
  }
  for (const block of state.tokens) {
    let inLink = 0;
    block.children = block.children?.flatMap((token) => {
      inLink += token.type === 'link_open' ? 1 : token.type === 'link_close' ? -1 : 0;
      return token.type === 'text' && inLink === 0 ? divided(token, isMention, state) : [token];
    }) ?? null;
  }
}

function divided(token: Token, isMention: IsMention, state: Core): Token[] {
  const parts: Token[] = [];
  let from = 0;
  const add = (type: string, tag: string, nesting: -1 | 0 | 1, content = '') => {
    const part = new state.Token(type, tag, nesting);
    part.content = content;
    parts.push(part);
    return part;
  };
  for (const { at, name } of namesIn(token.content)) {
    if (isMention(name)) {
      add('text', '', 0, token.content.slice(from, at));
      add('mention_open', 'span', 1).attrSet('class', 'mention');
      add('text', '', 0, `@${name}`);
      add('mention_close', 'span', -1);
      from = at + name.length + 1;
    }
  }
  add('text', '', 0, token.content.slice(from));
  return parts;
}

/** The page's policy allows no style attributes. */
function withAlignment(state: Core): void {
  for (const token of state.tokens) {
    const style = token.attrGet('style');
    if (style !== null) {
      token.attrs = [['class', `to-${style.replace(/^text-align:/, '')}`]];
    }
  }
}
