import { colourOf, namesIn } from './contenders.mjs';
import { short } from './numbers.mjs';
import { rowsOf } from './rows.mjs';
import { withRounds } from './subtitle.mjs';

const PERCENTILES = [
  ['p50', 'p50_ms'],
  ['p99', 'p99_ms'],
  ['p99.9', 'p999_ms'],
];
const LINE = 24; // px a contender: a mark and, above it, a number of 9 px
const MARGIN = 1.2; // the axis begins and ends a fifth beyond the marks, whose numbers would stand outside
// All ticks of a logarithmic axis have no room for their numbers; from 10 µs to 50 s is more than a delivery can take.
const TICKS = [-2, -1, 0, 1, 2, 3, 4].flatMap((power) => [1, 2, 5].map((digit) => Number(`${digit}e${power}`)));

/** Marks on a line rather than bars: a logarithmic axis has no zero for a bar to stand on. */
export function latency({ samples }, subtitle) {
  const rows = PERCENTILES.flatMap(([percentile, metric]) =>
    rowsOf(samples, metric)
      .filter(({ value }) => value > 0)
      .map((row) => ({ ...row, percentile, label: short(row.value) })),
  );
  if (rows.length === 0) {
    return null;
  }
  const names = PERCENTILES.map(([percentile]) => percentile);
  const values = rows.map(({ value }) => value);
  const domain = [Math.min(...values) / MARGIN, Math.max(...values) * MARGIN];
  const x = { field: 'value', type: 'quantitative' };
  return {
    title: { text: 'Latency of delivery at half of saturation', subtitle: withRounds(subtitle, rows) },
    data: { values: rows },
    width: 520,
    height: { step: LINE, for: 'offset' },
    encoding: {
      y: { field: 'scene', type: 'nominal', sort: null, title: null, scale: { paddingInner: 0.2 } },
      yOffset: { field: 'contender', type: 'nominal', sort: null, scale: { domain: namesIn(rows) } },
      color: colourOf(rows),
    },
    layer: [
      {
        mark: { type: 'rule', strokeWidth: 1.5 },
        encoding: { x: { aggregate: 'min', ...x }, x2: { aggregate: 'max', field: 'value' } },
      },
      {
        mark: { type: 'point', filled: true, size: 60, opacity: 1 },
        encoding: {
          x: {
            ...x,
            title: 'ms from send to receipt (logarithmic)',
            scale: { type: 'log', nice: false, domain },
            axis: { values: TICKS },
          },
          shape: {
            field: 'percentile',
            type: 'nominal',
            sort: null,
            scale: { domain: names, range: ['circle', 'diamond', 'triangle-right'] },
            legend: { orient: 'top', title: null },
          },
        },
      },
      { mark: { type: 'text', dy: -9, fontSize: 9 }, encoding: { x, text: { field: 'label' }, color: { value: '#222' } } },
    ],
  };
}
