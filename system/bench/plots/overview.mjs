import { bars, durableRows, WHISKERS } from './bars.mjs';
import { colourOf, namesIn } from './contenders.mjs';
import { rowsOf, sceneName } from './rows.mjs';
import { withRounds } from './subtitle.mjs';

const SCENE = 'rooms-10x100'; // the middle of the scenes: neither one huge room nor many tiny ones
const HOT_ROOM = 'hot-room';
const COST = 'µs, less is better';
const RATE = 'per second, more is better';
const BAR = 26; // px a contender: three panels of four bars stay flat enough for the head of a page

function panel({ rows, title, scene, axis }, names, color, first) {
  const labels = first ? { title: null } : null;
  const y = { y: { field: 'contender', type: 'nominal', sort: null, scale: { domain: names }, axis: labels } };
  return {
    width: 190,
    height: BAR * names.length,
    title: { text: title, subtitle: scene, fontSize: 12, anchor: 'start', frame: 'group' },
    ...bars(rows, y, color, axis),
  };
}

/** The three numbers that the README shows. */
export function overview({ samples }, subtitle) {
  const inScene = (samples ?? []).filter((sample) => sample.scene === SCENE);
  const scene = sceneName(SCENE);
  const panels = [
    { title: 'CPU per delivery', scene, axis: COST, rows: rowsOf(inScene, 'cpu_us_per_delivery') },
    { title: 'Deliveries at saturation', scene, axis: RATE, rows: rowsOf(inScene, 'saturation_deliveries_per_s') },
    { title: 'Durable sends at saturation', scene: sceneName(HOT_ROOM), axis: RATE, rows: durableRows(samples, [HOT_ROOM]) },
  ].filter(({ rows }) => rows.length > 0);
  if (panels.length === 0) {
    return null;
  }
  const all = panels.flatMap(({ rows }) => rows);
  const [names, color] = [namesIn(all), colourOf(all, null)]; // one scale for all, and no legend: the axis has the names
  return {
    title: { text: 'Parley and its alternatives', subtitle: withRounds(subtitle, all, WHISKERS) },
    spacing: 30,
    hconcat: panels.map((each, index) => panel(each, names, color, index === 0)),
  };
}
