import { openInvitation } from '@affilia/sdk/flows';
import { TourStopped } from './connect.mjs';
import { dots } from './guide.mjs';
import { refusedPasswords } from './passwords.mjs';

/** @typedef {import('./connect.mjs').Portal} Portal */
/** @typedef {import('./guide.mjs').Guide} Guide */

/** A code of the right shape that was never given out. */
const WRONG_CODE = '8e5f9b1c-efcd-432b';

/**
 * The page of the mailed link: the code is filled in, and the form of whoever has no account yet.
 *
 * @param {Portal} portal
 * @param {Guide} guide
 * @param {string} code
 */
export async function openPage(portal, guide, code) {
  const flow = await openInvitation(portal, { code });
  const { invitation, steps, form, problem, error } = flow.snapshot();
  if (!invitation || !form) throw error ?? new TourStopped(problem?.message ?? '');
  const { words } = guide;
  guide.line(`${invitation.association.name} – ${invitation.targetLabel}`);
  guide.line(words.invitationFor(invitation.inviteeName, invitation.organizationName, invitation.roleLabels));
  guide.progress(steps);
  guide.line(`${words.existingAccount} ☐`);
  guide.form(form, code);
  return flow;
}

/** What somebody sees who types another code. @param {Portal} portal @param {Guide} guide */
export async function tryWrongCode(portal, guide) {
  const { problem, next } = (await openInvitation(portal, { code: WRONG_CODE })).snapshot();
  guide.line(guide.words.types(WRONG_CODE));
  guide.answer(problem?.message ?? '', next);
}

/**
 * Opens the account, after everything that can be wrong was wrong once.
 *
 * @param {Portal} portal
 * @param {Guide} guide
 * @param {{
 *   flow: import('@affilia/sdk/flows').InvitationFlow,
 *   code: string,
 *   locale: 'fr-CA' | 'en-CA',
 *   familyName: string,
 *   taken: string,
 *   username: string,
 *   password: string,
 * }} options
 */
export async function openAccount(
  portal,
  guide,
  { flow, code, locale, familyName, taken, username, password },
) {
  const { words, step, line, answer } = guide;
  const answers = {
    username,
    password,
    locale: locale === 'fr-CA' ? /** @type {const} */ ('FR_CA') : /** @type {const} */ ('EN_CA'),
    acceptedDocuments: flow.snapshot().documents.map(({ id }) => id),
  };

  const refusedWith = async (/** @type {typeof answers} */ wrong) => {
    const snapshot = await flow.openAccount(wrong);
    if (snapshot.ending !== null) throw new Error('an account was opened with wrong answers');
    return snapshot;
  };

  step(words.steps.passwords);
  const { rules } = await portal.accounts.passwordPolicy({ invitationCode: code });
  for (const rule of rules) {
    const refused = refusedPasswords[rule.code]?.(familyName);
    if (refused === undefined) continue;
    const { issues } = await refusedWith({ ...answers, password: refused });
    const said = (issues['input.password'] ?? []).filter(issue => issue.rule === rule.code);
    line(words.tries(shortened(refused)));
    for (const { message } of said) answer(message);
  }

  step(words.steps.usernames);
  for (const name of [taken, inOtherCase(taken)]) {
    const { problem } = await refusedWith({ ...answers, username: name });
    line(words.tries(name));
    if (problem?.__typename === 'UsernameTaken') {
      answer(problem.message);
      line(words.free(problem.suggestions));
    }
  }

  step(words.steps.account);
  line(words.opens(username, dots(password)));
  const { ending, next, problem, error } = await flow.openAccount(answers);
  if (ending !== 'ACCEPTED') throw error ?? new TourStopped(problem?.message ?? '');
  answer(words.accountOpened, next);
  const account = (await portal.accounts.viewer())?.account;
  for (const { address, verified } of account?.addresses ?? []) line(words.address(address, verified));
}

/** @param {string} text */
const shortened = text => (text.length > 40 ? `${text.slice(0, 12)}… (${text.length})` : text);

/** @param {string} text */
const inOtherCase = text => (text === text.toLowerCase() ? text.toUpperCase() : text.toLowerCase());
