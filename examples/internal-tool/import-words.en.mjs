import { html } from './html.mjs';

/** @type {import('./import-words.fr.mjs').ImportWords} */
export const importEn = {
  intro:
    'What another system has on file, as CSV files. A dry run reads everything and says what would be written; nothing is written before you have read it.',
  start: 'Import a file',
  runs: 'Imports',
  count: count => `${count.toLocaleString('en-CA')} ${count === 1 ? 'import' : 'imports'}, the latest first.`,
  startedBefore:
    'This form was used before: the import that it started is in this list. For another file, start another one.',
  none: 'Nothing was imported yet.',
  name: (kind, mode) => `${kind} – ${mode}`,
  open: (name, asked) => html`See the report<span class="unseen">: ${name}, ${asked}</span>`,
  facts: {
    state: 'State',
    source: 'Other system',
    askedAt: 'Asked for on',
    endedAt: 'Ended on',
    rowsRead: 'Rows read',
    created: 'New records',
    changed: 'Changed records',
    unchanged: 'Rows without a change',
    heldOut: 'Rows left out',
  },
  progress: percent => `${percent}% read`,
  cancel: 'Cancel the import',
  cancelled: 'The import is cancelled. Nothing was written.',
  commit: 'Write what this report says',
  commitHelp: 'The file is read again, and all of it is written at once, or nothing.',
  sendAgain: 'Nothing is written. Correct the file where it comes from, then send it again.',
  done: 'All of it is written.',
  running: 'Another import is under way:',
  findings: 'Report',
  severity: 'Show',
  found: {
    FAULT: count => `${count.toLocaleString('en-CA')} ${count === 1 ? 'fault' : 'faults'}`,
    NOTICE: count => `${count.toLocaleString('en-CA')} ${count === 1 ? 'notice' : 'notices'}`,
    DUPLICATE: count =>
      `${count.toLocaleString('en-CA')} ${count === 1 ? 'possible duplicate' : 'possible duplicates'}`,
  },
  nothingFound: {
    FAULT: 'No row has to be corrected.',
    NOTICE: 'No notices.',
    DUPLICATE: 'No possible duplicates.',
  },
  columns: ['Row', 'Column', 'What was found'],
  wholeRow: 'The whole row',
  record: row => html`See the record<span class="unseen"> of row ${row}</span>`,
  toList: 'See the imports',
  form: {
    title: 'Import a file',
    order: 'Import in this order: people and organizations, memberships, delegates, accounts.',
    labels: { kind: 'What the file holds', source: 'Other system', file: 'CSV file' },
    sourceHelp:
      'A short name, always the same for that system: the same source and the same id are the same record. Letters, digits, dots and dashes.',
    fileHelp: 'At most 200 MB. The first line names the columns.',
    chooseKind: 'Choose what the file holds.',
    giveSource: 'Name the other system: at most 40 letters without accents, digits, dots and dashes.',
    chooseFile: 'Choose a file.',
    submit: 'Send the file and make a dry run',
  },
};
