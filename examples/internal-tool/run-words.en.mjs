import { html } from './html.mjs';

/** @type {import('./run-words.fr.mjs').RunWords} */
export const runEn = {
  title: 'Invitation runs',
  way: 'Invite from a file or a selection',
  intro:
    'A run invites everybody of a file or a selection. It goes on without you, writes to each address once, and can be stopped and resumed.',
  start: 'Start a run',
  count: count => `${count.toLocaleString('en-CA')} ${count === 1 ? 'run' : 'runs'}, the latest first.`,
  startedBefore:
    'This form was used before: the run that it started is in this list. For other people, start another one.',
  none: 'There was no run yet.',
  name: asked => `Run of ${asked}`,
  open: asked => html`See the result<span class="unseen"> of the run of ${asked}</span>`,
  facts: {
    state: 'State',
    total: 'People',
    done: 'Dealt with',
    stoppedAt: 'Stopped on',
    endedAt: 'Ended on',
  },
  progress: (done, total) =>
    total === null
      ? 'Reading the list'
      : `${done.toLocaleString('en-CA')} of ${total.toLocaleString('en-CA')} ${total === 1 ? 'person' : 'people'}`,
  cancel: 'Stop the run',
  resume: 'Resume the run',
  cancelled: 'The run is stopped. What was not sent stays unsent.',
  resumed: 'The run goes on with what was left, in your name.',
  faultAt: (row, column) =>
    [row !== null && `Row ${row}`, column !== null && `column “${column}”`].filter(Boolean).join(', '),
  sendAgain: 'Correct the file, then start another run.',
  rows: 'Result for each person',
  outcome: 'Show',
  anyOutcome: 'Everybody',
  noRows: 'Nobody came to this.',
  found: count => `${count.toLocaleString('en-CA')} ${count === 1 ? 'person' : 'people'}`,
  columns: ['Row', 'E-mail address', 'Name', 'Result'],
  toList: 'See the runs',
  form: {
    title: 'Start an invitation run',
    labels: {
      whom: 'Whom to invite',
      classCode: 'Class code',
      file: 'CSV file',
    },
    fromFile: 'The people of a file',
    classHelp: 'For a selection: only this class. Leave it empty for all.',
    fileHelp:
      'For a file: at most 20,000 rows. Columns: email, given name, family name, language, organization with roles, member number.',
    chooseWhom: 'Choose whom to invite.',
    chooseFile: 'Choose a file, or a selection.',
    submit: 'Start the run',
  },
};
