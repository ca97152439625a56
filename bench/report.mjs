import os from 'node:os';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const FILE = join(import.meta.dirname, '..', 'docs', 'performance.md');
const NAMES = { limit: 'limit', ours: 'ours', postgraphile: 'PostGraphile' };
const HEAD = [
  'workload',
  'server',
  'CPU ÷ limit',
  'target',
  'CPU ms',
  'of it server',
  'of it PostgreSQL',
  'p50 ms',
  'p95 ms',
  'requests/s',
  'statements',
];

export function report(
  results,
  { statements, size, scale, version, startedAt, seconds, rounds, connections },
) {
  const rows = results.flatMap(({ workload, contestants }) =>
    contestants.map(one => [
      one.name === 'limit' ? `${workload.id} ${workload.title}` : '',
      NAMES[one.name],
      one.name === 'limit'
        ? '1'
        : `${one.ratio.toFixed(2)} (${one.spread.map(value => value.toFixed(2)).join('–')})`,
      one.name === 'ours' ? verdict(workload.target, one.ratio) : '',
      one.cpu.toFixed(2),
      one.server.toFixed(2),
      one.database.toFixed(2),
      one.p50.toFixed(1),
      one.p95.toFixed(1),
      one.perSecond.toFixed(0),
      one.name === 'ours' ? String(statements.get(workload.id)) : '',
    ]),
  );
  const count = number => number.toLocaleString('en-CA');
  return [
    `Measured on ${startedAt.toISOString().slice(0, 10)} in ${seconds} s: ${os.cpus().length} × ${os.cpus()[0].model}, ` +
      `${Math.round(os.totalmem() / 2 ** 30)} GB, Node ${process.version}, PostgreSQL ${version}; ` +
      `${rounds} rounds in turn, ${connections} connections.`,
    `Data (scale ${scale}): ${count(size.people)} accounts, ${count(size.memberships)} memberships with terms and ` +
      `affiliations, ${count(size.organizations)} organizations, ${count(size.delegations)} delegations, ` +
      `${count(size.invoices)} invoices of three lines.`,
    table([HEAD, ...rows]),
  ].join('\n\n');
}

const verdict = (target, ratio) =>
  target === null ? '' : `≤ ${target.toFixed(1)} ${ratio <= target ? 'reached' : 'missed'}`;

export function table([head, ...rows]) {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map(row => row[column].length)));
  const line = cells => `| ${cells.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`;
  return [line(head), line(widths.map(width => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

/** What people have written below the table stays. */
export async function save(text) {
  await mkdir(dirname(FILE), { recursive: true });
  const before = await readFile(FILE, 'utf8').catch(() => '');
  const [notes = ''] = /\n## [^]*/.exec(before) ?? [];
  await writeFile(FILE, `# Performance\n\n${INTRODUCTION}\n\n${text}\n${notes}`);
}

const INTRODUCTION = `The last result of \`npm run bench -- --save\`. What counts is CPU per request, server and PostgreSQL together,
divided by that of the limit in the same run: one hand-written prepared statement whose JSON goes through node:http. Ours
is the whole product with authentication and authorization; the limit and PostGraphile ask nobody who they are. The
ratio is the median of the rounds, with the smallest and the largest; a fall of more than a fifth is a defect.
\`bench/README.md\` says what is sent.`;
