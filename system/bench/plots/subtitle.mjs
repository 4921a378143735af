/** Where, when and of what: a plot travels without the page that explains it. */
export function subtitleOf({ machine = {}, commit, date }) {
  const { cpus, cpu_model, memory_gib, java, node, liberty } = machine;
  const where = [
    cpus && `${cpus} CPUs${cpu_model ? ` (${cpu_model})` : ''}`,
    memory_gib && `${memory_gib} GiB`,
    java && `Java ${java}`,
    liberty && `Liberty ${liberty}`,
    node && `Node ${node}`,
  ];
  // As git abbreviates; what follows the hash says that it was not quite that commit.
  const what = [commit && `commit ${commit.replace(/^(\w{10})\w*/, '$1')}`, date];
  return [where, what].map((parts) => parts.filter(Boolean).join(', ')).filter((line) => line !== '');
}

/** Says how several rounds became one mark; a single round needs no word. */
export function withRounds(subtitle, rows, whiskers = '') {
  const rounds = Math.max(...rows.map((row) => row.rounds));
  const how = `median of ${rounds} rounds${whiskers}`;
  return rounds > 1 ? [...subtitle.slice(0, -1), [...subtitle.slice(-1), how].join(', ')] : subtitle;
}
