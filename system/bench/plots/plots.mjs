// node plots/plots.mjs RESULTS.json OUTDIR
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cpuPerDelivery, durableSends, memory, saturation } from './bars.mjs';
import { growth, GROWTH_AXES } from './growth.mjs';
import { latency } from './latency.mjs';
import { overview } from './overview.mjs';
import { render } from './render.mjs';
import { soak } from './soak.mjs';
import { subtitleOf } from './subtitle.mjs';

const PLOTS = {
  overview,
  'cpu-per-delivery': cpuPerDelivery,
  saturation,
  'durable-sends': durableSends,
  latency,
  memory,
  ...Object.fromEntries(GROWTH_AXES.map((axis) => [`growth-${axis}`, growth(axis)])),
  soak,
};

const [resultsFile, outDir] = process.argv.slice(2);
if (outDir === undefined) {
  console.error('usage: node plots/plots.mjs RESULTS.json OUTDIR');
  process.exit(2);
}
const results = JSON.parse(await readFile(resultsFile, 'utf8'));
const subtitle = subtitleOf(results);
await mkdir(outDir, { recursive: true });
for (const [name, plot] of Object.entries(PLOTS)) {
  const spec = plot(results, subtitle);
  if (spec === null) {
    console.log(`${name}: not measured`);
    continue;
  }
  await writeFile(join(outDir, `${name}.svg`), await render(spec));
  console.log(`${name}.svg`);
}
