import { isContender, nameOf } from './contenders.mjs';
import { groupBy, median } from './numbers.mjs';

const SCENES = [
  [/^rooms-(\d+)x(\d+)$/, ([rooms, members]) => `${rooms} rooms of ${members}`],
  [/^room-1x(\d+)$/, ([members]) => `1 room of ${members}`],
  [/^hot-room$/, () => 'one hot room'],
  [/^rooms-(\d+)$/, ([rooms]) => `${rooms} rooms`],
  [/^idle-(\d+)$/, ([sockets]) => `${sockets} idle sockets`],
];

export function sceneName(scene) {
  for (const [pattern, name] of SCENES) {
    const found = pattern.exec(scene);
    if (found !== null) {
      return name(found.slice(1).map((digits) => Number(digits).toLocaleString('en-GB')));
    }
  }
  return scene;
}

/** One row for each scene and contender that has the metric: the median over the rounds, and the lowest and the highest. */
export function rowsOf(samples, metric, scale = 1) {
  const measured = (samples ?? []).filter(
    ({ contender, metrics }) => isContender(contender) && Number.isFinite(metrics?.[metric]),
  );
  return groupBy(measured, ({ scene, contender }) => `${scene} ${contender}`).map((rounds) => {
    const values = rounds.map(({ metrics }) => metrics[metric] * scale);
    return {
      scene: sceneName(rounds[0].scene),
      contender: nameOf(rounds[0].contender),
      value: median(values),
      low: Math.min(...values),
      high: Math.max(...values),
      rounds: values.length,
    };
  });
}
