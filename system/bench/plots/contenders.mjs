// The order and the colours of every plot. Blues for Parley, grey for the floor; the colours are from Okabe and Ito's palette,
// which colour-blind readers tell apart.
const CONTENDERS = [
  { id: 'parley', name: 'Parley', colour: '#0072B2' },
  { id: 'parley-batch', name: 'Parley, batched', colour: '#56B4E9' },
  { id: 'socketio', name: 'Socket.IO', colour: '#E69F00' },
  { id: 'ws', name: 'ws (nothing stored)', colour: '#7F7F7F' },
];

const NAMES = new Map(CONTENDERS.map(({ id, name }) => [id, name]));

export const isContender = (id) => NAMES.has(id);

export const nameOf = (id) => NAMES.get(id);

/** Those that took part, in order: a legend does not show who was not measured. */
export function namesIn(rows) {
  const present = new Set(rows.map((row) => row.contender));
  return CONTENDERS.map(({ name }) => name).filter((name) => present.has(name));
}

export function colourOf(rows, legend = { orient: 'top', title: null }) {
  const names = namesIn(rows);
  const range = names.map((name) => CONTENDERS.find((contender) => contender.name === name).colour);
  return { field: 'contender', type: 'nominal', sort: null, scale: { domain: names, range }, legend };
}
