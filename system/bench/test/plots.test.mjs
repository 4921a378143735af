import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const CLI = fileURLToPath(new URL('../plots/plots.mjs', import.meta.url));
const SAMPLE = fileURLToPath(new URL('../plots/sample.json', import.meta.url));
let dir;

before(async () => (dir = await mkdtemp(join(tmpdir(), 'plots-'))));
after(() => rm(dir, { recursive: true }));

const draw = (results, out) => promisify(execFile)(process.execPath, [CLI, results, out]);

/** What a reader can read: the texts of a plot, in order. */
async function textsOf(file) {
  const svg = await readFile(file, 'utf8');
  assert.match(svg, /fill="white"/);
  return [...svg.matchAll(/<(?:text|tspan)[^>]*>([^<]+)</g)].map(([, text]) => text);
}

async function drawResults(name, results) {
  const [file, out] = [join(dir, `${name}.json`), join(dir, name)];
  await writeFile(file, JSON.stringify(results));
  const { stderr } = await draw(file, out);
  assert.equal(stderr, '');
  return out;
}

const LABELS = {
  'cpu-per-delivery': ['CPU per delivery', '10 rooms of 100', 'Parley, batched', '9.8', 'µs of server CPU per delivered message'],
  saturation: ['Deliveries at saturation', '1 room of 1,000', '212k', '96.5k', 'delivered messages per second'],
  'durable-sends': ['Durable sends', 'one hot room', '50 rooms', '4,100  (0 % out of order)', '1,640  (12.4 % out of order)', '1,710'],
  latency: ['p50', 'p99', 'p99.9', '8.1', '95', 'ms from send to receipt (logarithmic)'],
  memory: ['Memory of an idle socket', '10,000 idle sockets', '26', '17.4', 'kB per socket'],
  'growth-sockets': ['connected sockets (logarithmic)', '10k', 'p99 of delivery, ms'],
  'growth-recipients': ['recipients of each message (logarithmic)', '100', 'µs of server CPU per delivery'],
  'growth-rooms': ['rooms (logarithmic)', 'Socket.IO'],
  'growth-instances': ['server instances (logarithmic)', '2', '3'],
  'growth-history': ['p99 of a page of history, ms', 'p99 of an acknowledgement, ms', '1M'],
  soak: ['heap after collection, MiB', 'threads', 'HTTP sessions', 'minutes', '20'],
  overview: ['CPU per delivery', 'Deliveries at saturation', 'Durable sends at saturation', 'ws (nothing stored)', '348k'],
};

test('the sample gives every plot, with its titles, units and numbers', async () => {
  const out = join(dir, 'sample');
  const { stderr } = await draw(SAMPLE, out);
  assert.equal(stderr, '');
  assert.deepEqual((await readdir(out)).toSorted(), Object.keys(LABELS).map((name) => `${name}.svg`).toSorted());
  for (const [name, labels] of Object.entries(LABELS)) {
    const texts = await textsOf(join(out, `${name}.svg`));
    for (const label of labels) {
      assert.ok(texts.includes(label), `${name}.svg has no "${label}": ${texts.join(' | ')}`);
    }
    assert.ok(texts.some((text) => text.startsWith('commit 0123456789, 2026-11-26')), `${name}.svg says where it is from`);
  }
});

test('contenders stand in one order, however they were measured', async () => {
  const samples = ['ws', 'socketio', 'parley-batch', 'parley'].map((contender) => ({
    scene: 'rooms-10x100', contender, round: 1, metrics: { cpu_us_per_delivery: 5 },
  }));
  const texts = await textsOf(join(await drawResults('order', { samples }), 'cpu-per-delivery.svg'));
  const names = ['Parley', 'Parley, batched', 'Socket.IO', 'ws (nothing stored)'];
  assert.deepEqual(texts.filter((text) => names.includes(text)), names);
});

test('a bar is the median of its rounds', async () => {
  const samples = [1, 30, 7].map((cpu_us_per_delivery, round) => ({
    scene: 'rooms-10x100', contender: 'parley', round, metrics: { cpu_us_per_delivery },
  }));
  const texts = await textsOf(join(await drawResults('median', { samples }), 'cpu-per-delivery.svg'));
  assert.ok(texts.includes('median of 3 rounds, whiskers from the lowest to the highest'));
  assert.ok(texts.includes('7'));
});

test('what was not measured is left out', async () => {
  assert.deepEqual(await readdir(await drawResults('nothing', {})), []);
  const samples = [
    { scene: 'hot-room', contender: 'ws', metrics: { saturation_sends_per_s: 9000 } },
    { scene: 'rooms-10x100', contender: 'unheard-of', metrics: { p50_ms: 1 } },
    { scene: 'a new scene', contender: 'parley', metrics: { unheard_of: 1, cpu_us_per_delivery: null, bytes_per_socket: 20_000 } },
  ];
  const growth = [
    { axis: 'unheard-of', x: 1, contender: 'parley', metrics: { p99_ms: 1 } },
    { axis: 'rooms', x: 10, contender: 'parley', metrics: { p99_ms: 1 } },
  ];
  const soak = [{ t_s: 30, metrics: {} }];
  assert.deepEqual(await readdir(await drawResults('little', { samples, growth, soak })), ['growth-rooms.svg', 'memory.svg']);
});
