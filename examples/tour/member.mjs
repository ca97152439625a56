import { openInvitation } from '@affilia/sdk/flows';
import { done, TourStopped } from './connect.mjs';
import { dots } from './guide.mjs';

/** @typedef {import('./connect.mjs').Portal} Portal */
/** @typedef {import('./guide.mjs').Guide} Guide */

/** The person's own profile, which is saved. Gives what comes next. @param {Portal} portal @param {Guide} guide */
export async function saveProfile(portal, guide) {
  const person = (await portal.accounts.viewer())?.persons[0];
  if (!person) throw new Error('whoever accepted an invitation is nobody');
  guide.form(person.profileForm);
  const { givenName, familyName } = person;
  const saved = done(
    await portal.people.updateProfile({
      givenName,
      familyName,
      workPhone: '514 555-0123',
      workPhoneExtension: '150',
    }),
  );
  guide.answer(guide.words.profileSaved(saved.person.displayName, saved.person.workPhoneFormatted), [
    saved.next,
  ]);
  return saved.next;
}

/** The page of an organization, as its delegate sees it. @param {Portal} portal @param {Guide} guide @param {string} id */
export async function showOrganization(portal, guide, id) {
  const organization = await portal.organizations.get(id);
  if (!organization) throw new Error('a delegate does not see their organization');
  const { publicName, legalName, address, phoneFormatted, email, website, sections, delegations, viewerCan } =
    organization;
  const { words, quote } = guide;
  quote(`${publicName} (${legalName})`);
  for (const text of [...(address?.lines ?? []), phoneFormatted, email, website])
    if (text) quote(`  ${text}`);
  if (sections.length > 0)
    quote(`${words.sections}${sections.map(({ section }) => section.name).join(', ')}`);
  quote(words.delegates);
  for (const { person, roleLabel } of delegations) quote(`  ${person.displayName} – ${roleLabel}`);
  guide.line(viewerCan.updateProfile ? words.mayEdit : words.mayRead);
}

/** A code that has served says so. @param {Portal} portal @param {Guide} guide @param {string} code */
export async function tryUsedCode(portal, guide, code) {
  const { problem, next } = (await openInvitation(portal, { code })).snapshot();
  guide.line(guide.words.types(code));
  guide.answer(problem?.message ?? '', next);
}

/**
 * « Je dispose d'un compte existant » : signs in, and accepts with that account.
 *
 * @param {Portal} portal
 * @param {Guide} guide
 * @param {{ code: string, username: string, password: string }} options
 */
export async function acceptWithExistingAccount(portal, guide, { code, username, password }) {
  const { words } = guide;
  const flow = await openInvitation(portal, { code });
  guide.line(`${words.existingAccount} ☑`);
  const { form } = flow.chooseExistingAccount(true);
  if (!form) throw new TourStopped(flow.snapshot().problem?.message ?? '');
  guide.form(form, code);
  guide.line(words.signsIn(username, dots(password)));
  const { ending, next, problem, error } = await flow.signInAndAccept({ identifier: username, password });
  if (ending !== 'ACCEPTED') throw error ?? new TourStopped(problem?.message ?? '');
  guide.answer(words.accepted, next);
}
