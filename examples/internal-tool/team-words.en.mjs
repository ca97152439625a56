import { html } from './html.mjs';

/** @type {import('./team-words.fr.mjs').TeamWords} */
export const teamEn = {
  intro:
    'Who is on the staff of this association, was or will be. The staff of a body above, whose role reaches down here, is not in it.',
  add: 'To give somebody a role, open their record',
  role: 'Role',
  anyRole: 'Any role',
  count: count => `${count.toLocaleString('en-CA')} ${count === 1 ? 'role' : 'roles'}`,
  none: 'Nobody has this role. Choose another one.',
  empty: 'Nobody is on the staff of this association.',
  nobody: 'Nobody on file',
  facts: { role: 'Role', reach: 'Reach', from: 'Since', to: 'Until' },
  end: name => html`End the role<span class="unseen"> of ${name}</span>`,
  endTitle: name => `End the role of ${name}`,
  endWarning:
    'The rights of this role end with the next request. The person is told by mail; the history keeps the role.',
  endSubmit: 'End the role now',
  ended: name => `The role of ${name} has ended.`,
  toList: 'See the staff',
  way: 'Give a role on the staff',
  title: name => `Give ${name} a role`,
  labels: { role: 'Role', reach: 'Reach', lastDay: 'Last day' },
  lastDayHelp: 'For example 2027-03-31. Leave it empty if no end is in sight.',
  notADay: 'Write the day like 2027-03-31.',
  chooseRole: 'Choose a role.',
  submit: 'Give this role',
  assigned: name => `${name} is on the staff now, and is told by mail.`,
};
