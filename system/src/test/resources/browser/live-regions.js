// Keeps what live regions say, as a browser hands it to a screen reader: a text that changes in a region that was there, and an
// alert that appears. Shadow roots are looked into as they are made.
(() => {
  const heard = (window.heard = []);
  const last = new WeakMap();

  const parentOf = (node) => node.parentNode ?? node.host;

  const politenessOf = (element) =>
    element.getAttribute('aria-live') ?? { status: 'polite', alert: 'assertive', log: 'polite' }[element.getAttribute('role')];

  const regionOf = (node) => {
    for (let at = node; at; at = parentOf(at)) {
      if (at.nodeType === Node.ELEMENT_NODE && politenessOf(at)) {
        return at;
      }
    }
    return undefined;
  };

  const tell = (region) => {
    const politeness = politenessOf(region);
    const text = region.textContent;
    if (politeness === 'off' || !region.isConnected || !region.checkVisibility() || last.get(region) === text) {
      return;
    }
    last.set(region, text);
    const words = text.replace(/\s+/g, ' ').trim();
    if (words !== '') {
      heard.push(`${politeness}: ${words}`);
    }
  };

  const look = (records) => {
    const regions = new Set();
    for (const { target, addedNodes } of records) {
      const around = regionOf(target);
      if (around) {
        regions.add(around);
      }
      for (const node of addedNodes) {
        if (node.nodeType === Node.ELEMENT_NODE) {
          // What comes with its text says nothing, but for an alert.
          [node, ...node.querySelectorAll('*')].forEach((one) => {
            if (one.getAttribute('role') === 'alert') {
              regions.add(one);
            } else if (politenessOf(one) && one !== around) {
              last.set(one, one.textContent);
            }
          });
        }
      }
    }
    regions.forEach(tell);
  };

  const watch = (root) => new MutationObserver(look).observe(root, { subtree: true, childList: true, characterData: true });
  const attachShadow = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) {
    const root = attachShadow.call(this, options);
    watch(root);
    return root;
  };
  watch(document);
})();
