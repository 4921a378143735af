import { colourOf, namesIn } from './contenders.mjs';
import { percent, short } from './numbers.mjs';
import { rowsOf } from './rows.mjs';
import { withRounds } from './subtitle.mjs';

const BAR = 22; // px a bar, so that its label of 11 px has air around it
const ROOM_FOR_LABEL = 1.18; // the axis ends this far beyond the longest bar, whose label stands there

export const WHISKERS = ', whiskers from the lowest to the highest';

/** Bars with whiskers from the lowest to the highest round; the number stands behind the whisker. */
export function bars(rows, y, color, title) {
  const end = Math.max(...rows.map(({ high }) => high)) * ROOM_FOR_LABEL;
  return {
    data: { values: rows.map((row) => ({ label: short(row.value), ...row })) },
    encoding: y,
    layer: [
      {
        mark: { type: 'bar' },
        encoding: {
          x: {
            field: 'value',
            type: 'quantitative',
            title,
            scale: { domain: [0, end], nice: false },
            axis: { tickCount: 5 },
          },
          color,
        },
      },
      { mark: { type: 'rule', color: '#222' }, encoding: { x: { field: 'low', type: 'quantitative' }, x2: { field: 'high' } } },
      {
        mark: { type: 'text', align: 'left', dx: 5, color: '#222' },
        encoding: { x: { field: 'high', type: 'quantitative' }, text: { field: 'label' } },
      },
    ],
  };
}

/** Groups of bars, a group a scene. Nothing when no scene has the metric. */
export function barsByScene(title, subtitle, axis, rows) {
  if (rows.length === 0) {
    return null;
  }
  const y = {
    y: { field: 'scene', type: 'nominal', sort: null, title: null, scale: { paddingInner: 0.25 } },
    yOffset: { field: 'contender', type: 'nominal', sort: null, scale: { domain: namesIn(rows) } },
  };
  return {
    title: { text: title, subtitle: withRounds(subtitle, rows, WHISKERS) },
    width: 520,
    height: { step: BAR, for: 'offset' },
    ...bars(rows, y, colourOf(rows), axis),
  };
}

export const cpuPerDelivery = ({ samples }, subtitle) =>
  barsByScene('CPU per delivery', subtitle, 'µs of server CPU per delivered message', rowsOf(samples, 'cpu_us_per_delivery'));

export const saturation = ({ samples }, subtitle) =>
  barsByScene('Deliveries at saturation', subtitle, 'delivered messages per second', rowsOf(samples, 'saturation_deliveries_per_s'));

export const memory = ({ samples }, subtitle) =>
  barsByScene('Memory of an idle socket', subtitle, 'kB per socket', rowsOf(samples, 'bytes_per_socket', 1e-3));

/** Sends that are stored before they are acknowledged; ws, which stores nothing, is no contender here. */
export function durableRows(samples, scenes) {
  const stored = (samples ?? []).filter(({ scene, contender }) => scenes.includes(scene) && contender !== 'ws');
  const shares = rowsOf(stored.filter(({ scene }) => scene === 'hot-room'), 'out_of_order_share');
  return rowsOf(stored, 'saturation_sends_per_s').map((row) => {
    const share = shares.find(({ scene, contender }) => scene === row.scene && contender === row.contender);
    return share === undefined ? row : { ...row, share: share.value };
  });
}

export function durableSends({ samples }, subtitle) {
  const rows = durableRows(samples, ['hot-room', 'rooms-50']).map((row) =>
    row.share === undefined ? row : { ...row, label: `${short(row.value)}  (${percent(row.share)} out of order)` },
  );
  return barsByScene('Durable sends', subtitle, 'stored and acknowledged messages per second', rows);
}
