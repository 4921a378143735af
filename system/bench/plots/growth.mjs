import { colourOf, isContender, nameOf } from './contenders.mjs';
import { groupBy, median } from './numbers.mjs';

const CPU = { metric: 'cpu_us_per_delivery', title: 'µs of server CPU per delivery' };
const P99 = { metric: 'p99_ms', title: 'p99 of delivery, ms' };
const AXES = {
  sockets: { name: 'connected sockets', panels: [CPU, P99] },
  recipients: { name: 'recipients of each message', panels: [CPU, P99] },
  rooms: { name: 'rooms', panels: [CPU, P99] },
  instances: { name: 'server instances', panels: [CPU, P99] },
  history: {
    name: 'messages already stored',
    panels: [
      { metric: 'page_p99_ms', title: 'p99 of a page of history, ms' },
      { metric: 'ack_p99_ms', title: 'p99 of an acknowledgement, ms' },
    ],
  },
};

export const GROWTH_AXES = Object.keys(AXES);

// A logarithmic axis has no place for zero, so a point there is left out.
function rowsOf(points, metric) {
  const measured = points.filter(
    ({ contender, x, metrics }) => isContender(contender) && x > 0 && Number.isFinite(metrics?.[metric]),
  );
  return groupBy(measured, ({ contender, x }) => `${contender} ${x}`).map((repeats) => ({
    contender: nameOf(repeats[0].contender),
    x: repeats[0].x,
    value: median(repeats.map(({ metrics }) => metrics[metric])),
  }));
}

function panel(rows, title, xTitle, color) {
  const places = [...new Set(rows.map(({ x }) => x))].toSorted((a, b) => a - b);
  return {
    data: { values: rows },
    width: 300,
    height: 220,
    mark: { type: 'line', point: { filled: true, size: 45 }, strokeWidth: 2 },
    encoding: {
      x: {
        field: 'x',
        type: 'quantitative',
        title: `${xTitle} (logarithmic)`,
        scale: { type: 'log', nice: false, domain: [places[0], places.at(-1)], padding: 12 },
        axis: { values: places, labelOverlap: 'greedy' },
      },
      y: { field: 'value', type: 'quantitative', title, scale: { zero: true }, axis: { tickCount: 5 } },
      color,
    },
  };
}

/** How the cost of a delivery and its latency grow along one axis, side by side. */
export const growth = (axis) => ({ growth: points }, subtitle) => {
  const along = (points ?? []).filter((point) => point.axis === axis);
  const panels = AXES[axis].panels
    .map(({ metric, title }) => ({ rows: rowsOf(along, metric), title }))
    .filter(({ rows }) => rows.length > 0);
  if (panels.length === 0) {
    return null;
  }
  const color = colourOf(panels.flatMap(({ rows }) => rows)); // one legend for both panels
  return {
    title: { text: `Growth with ${AXES[axis].name}`, subtitle },
    spacing: 40,
    hconcat: panels.map(({ rows, title }) => panel(rows, title, AXES[axis].name, color)),
  };
};
