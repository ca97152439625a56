import { parseArgs } from 'node:util';
import { workloads } from './workloads/index.mjs';

export const USAGE = `npm run bench -- [--scale 0.1] [--rounds 8] [--only W1] [--save] [--as-built] [--profile folder] | --alike [--as-built] | --import [--rows 100000] [--as-built] | --invoices [--rows 100000] [--as-built]`;

/** What was asked for on the command line; throws a sentence for what makes no sense. */
export function readArguments() {
  const { values } = parseArgs({
    options: {
      scale: { type: 'string', default: '0.1' },
      rounds: { type: 'string', default: '8' },
      only: { type: 'string' },
      save: { type: 'boolean', default: false },
      'as-built': { type: 'boolean', default: false },
      profile: { type: 'string' },
      alike: { type: 'boolean', default: false },
      import: { type: 'boolean', default: false },
      invoices: { type: 'boolean', default: false },
      rows: { type: 'string', default: '100000' },
    },
  });
  return {
    scale: between(values.scale, 0.02, 10, 'scale'),
    rounds: Math.round(between(values.rounds, 1, 100, 'rounds')),
    only: oneOf(values.only),
    save: values.save,
    asBuilt: values['as-built'],
    profile: values.profile ?? null,
    alike: values.alike,
    import: values.import,
    invoices: values.invoices,
    rows: Math.round(between(values.rows, 100, 1_000_000, 'rows')),
  };
}

function oneOf(id) {
  if (id === undefined || workloads.some(workload => workload.id === id)) return id ?? null;
  throw new Error(`--only is one of ${workloads.map(workload => workload.id).join(', ')}`);
}

function between(text, least, most, name) {
  const value = Number(text);
  if (!(value >= least && value <= most)) throw new Error(`--${name} is a number from ${least} to ${most}`);
  return value;
}
