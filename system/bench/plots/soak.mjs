const METRICS = {
  deliveries_per_s: 'deliveries per second',
  p50_ms: 'p50 of delivery, ms',
  p99_ms: 'p99 of delivery, ms',
  heap_after_gc_mib: 'heap after collection, MiB',
  threads: 'threads',
  sockets: 'sockets',
  http_sessions: 'HTTP sessions',
  subscriptions: 'Redis subscriptions',
};
const COLUMNS = 3; // as wide as the other plots
const PARLEY = '#0072B2';

function panel(soak, metric) {
  const values = soak
    .filter(({ t_s, metrics }) => Number.isFinite(t_s) && Number.isFinite(metrics?.[metric]))
    .map(({ t_s, metrics }) => ({ minutes: t_s / 60, value: metrics[metric] }));
  // Whatever should not grow is only seen not to grow above a zero; all zeros still need an axis to lie on.
  const top = Math.max(1, ...values.map(({ value }) => value)) * 1.1;
  return {
    data: { values },
    width: 200,
    height: 120,
    title: { text: METRICS[metric], fontSize: 11, fontWeight: 'normal', anchor: 'start', offset: 6 },
    mark: { type: 'line', color: PARLEY, strokeWidth: 1.5 },
    encoding: {
      x: { field: 'minutes', type: 'quantitative', title: 'minutes', axis: { tickCount: 5 }, scale: { nice: false } },
      y: { field: 'value', type: 'quantitative', title: null, axis: { tickCount: 4 }, scale: { domain: [0, top] } },
    },
  };
}

/** What a steady load does to one instance in the course of time, a panel a metric. */
export function soak({ soak: points }, subtitle) {
  const measured = Object.keys(METRICS).filter((metric) =>
    (points ?? []).some(({ metrics }) => Number.isFinite(metrics?.[metric])),
  );
  if (measured.length === 0) {
    return null;
  }
  return {
    title: { text: 'Soak: Parley under a steady load', subtitle },
    columns: COLUMNS,
    spacing: { column: 30, row: 24 },
    concat: measured.map((metric) => panel(points, metric)),
  };
}
