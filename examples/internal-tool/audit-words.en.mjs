import { html } from './html.mjs';

/** @type {import('./audit-words.fr.mjs').AuditWords} */
export const auditEn = {
  intro:
    'Who did what in this association, the latest first. Nobody can change or remove a line of it; reading it is a line too.',
  labels: { from: 'From', to: 'Through', act: 'Act, in the words of the API' },
  dayHelp: 'For example 2026-11-22.',
  actHelp: 'For example acceptInvitation. Leave it empty for all.',
  notADay: 'Write the day like 2026-11-22.',
  count: count =>
    `${count.toLocaleString('en-CA')} ${count === 1 ? 'line' : 'lines'}${count >= 10_000 ? ' or more' : ''}`,
  none: 'Nothing like this has happened. Widen the period or take a filter away.',
  onlyBy: 'Only what the same person did.',
  onlyOn: 'Only what was done with the same record.',
  all: 'Show all',
  facts: { when: 'When', who: 'By', client: 'With', subject: 'About', request: 'Request' },
  nobody: 'Nobody was signed in',
  unnamed: 'Somebody who is not on your file',
  house: 'The portal itself',
  byThem: name => html`All that was done<span class="unseen"> by ${name}</span>`,
  onIt: name => html`All about<span class="unseen"> ${name}</span> this record`,
  changes: act => `What changed: ${act}`,
  columns: ['Fact', 'Before', 'After'],
  export: 'Export',
  exportHelp: 'A CSV table of what these days show, kept for 7 days.',
  exportSubmit: 'Ask for the table',
  running: 'Another export is under way:',
  job: {
    title: 'Export of the trail',
    facts: {
      state: 'State',
      rows: 'Rows',
      size: 'Size',
      askedAt: 'Asked for on',
      endedAt: 'Ended on',
      expiresAt: 'Kept until',
    },
    progress: 'The table is being written',
    kilobytes: bytes => `${Math.ceil(bytes / 1024).toLocaleString('en-CA')} KB`,
    download: 'Download the table (CSV)',
    downloadHelp: 'The link works for 5 minutes; open this page again for another one.',
    gone: 'The table is gone, or could not be made. Ask for another one from the trail.',
  },
  toList: 'See the trail',
};
