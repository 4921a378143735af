import DOMPurify from 'dompurify';
import './copy-code.ts';

/** What messages are made of. Everything else goes, and its text stays. */
const TAGS = [
  'p', 'br', 'hr', 'strong', 'em', 's', 'code', 'pre', 'blockquote', 'ul', 'ol', 'li', 'a', 'span',
  'table', 'thead', 'tbody', 'tr', 'th', 'td',
];
const CLASSES = new Set(['mention', 'to-left', 'to-center', 'to-right']);

DOMPurify.addHook('afterSanitizeAttributes', (element) => {
  if (!CLASSES.has(element.className)) {
    element.removeAttribute('class');
  }
  if (element instanceof HTMLAnchorElement && element.hasAttribute('href')) {
    element.target = '_blank';
    element.rel = 'noopener noreferrer nofollow';
    if (element.textContent !== element.href) {
      element.title = element.href; // where it leads, when the words say something else
    }
  }
});

/** The one way from markup to nodes of the page. */
export function toNodes(markup: string): DocumentFragment {
  const fragment = DOMPurify.sanitize(markup, {
    ALLOWED_TAGS: TAGS,
    ALLOWED_ATTR: ['href', 'class', 'start'],
    ALLOWED_URI_REGEXP: /^(?:https?|mailto):/i,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    RETURN_DOM_FRAGMENT: true,
  });
  // So that the letters of a name, which often stands first, do not say which way its sentence is read.
  fragment.querySelectorAll('.mention').forEach((name) => name.setAttribute('dir', 'auto'));
  fragment.querySelectorAll('pre').forEach((code) => wrapped(code, 'code-block').append(document.createElement('parley-copy-code')));
  fragment.querySelectorAll('table').forEach((table) => wrapped(table, 'table'));
  return inline(fragment);
}

function wrapped(element: Element, name: string): HTMLElement {
  const frame = document.createElement('div');
  frame.className = name;
  element.replaceWith(frame);
  frame.append(element);
  return frame;
}

/** One paragraph needs no block of its own, so that the time may stand in its last line. */
function inline(fragment: DocumentFragment): DocumentFragment {
  const only = fragment.children.length === 1 ? fragment.firstElementChild : null;
  if (only?.localName === 'p') {
    const line = document.createElement('span');
    line.className = 'plain';
    line.append(...only.childNodes);
    fragment.replaceChildren(line);
  }
  return fragment;
}
