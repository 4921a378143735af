export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Three figures, which is all that a few rounds can tell: 0.42, 9.1, 312, 1,640, 61.2k. */
export function short(value) {
  if (value >= 999_500) {
    return `${figures(value / 1e6)}M`;
  }
  return value >= 9_995 ? `${figures(value / 1e3)}k` : figures(value);
}

const figures = (value) => Number(value.toPrecision(3)).toLocaleString('en-GB', { maximumSignificantDigits: 3 });

export const percent = (share) => `${figures(share * 100)} %`;

export function groupBy(items, keyOf) {
  const groups = new Map();
  for (const item of items) {
    const key = keyOf(item);
    groups.has(key) ? groups.get(key).push(item) : groups.set(key, [item]);
  }
  return [...groups.values()];
}
