import { randomUUID } from 'node:crypto';
import { delegateRoleLabels, localeLabels } from '@affilia/sdk/labels';
import { drawFault } from '../fault.mjs';
import { drawInviteForm } from '../invite-form.mjs';
import { isOneOnFile, readTarget } from '../invite-target.mjs';
import { readLines, writeLine } from '../read-lines.mjs';
import { correctionsOf } from '../refusal.mjs';
import { openForBody } from '../staff.mjs';
import { linesLeft } from './invite-result.mjs';

/** @typedef {import('../visit.mjs').Visit} Visit */
/** @typedef {import('../invite-target.mjs').Target} Target */
/** @typedef {import('../invite-form.mjs').Answers} Answers */
/** @typedef {Parameters<import('../connect.mjs').Portal['invitations']['issue']>[0]['invitations'][number]} Draft */

/** The fields of this page for what the portal judges. */
const FIELDS = { invitations: 'people' };

/** @type {import('../visit.mjs').Page} */
export const invite = {
  async get(visit) {
    const { portal } = await openForBody(visit);
    const target = await readTarget(portal, visit.address);
    return target ? draw(visit, target, firstAnswers(visit, target)) : drawFault(visit, 'NOT_FOUND');
  },

  async post(visit) {
    const { form, person, linkTo } = visit;
    const { portal, body } = await openForBody(visit);
    const target = await readTarget(portal, visit.address);
    if (!target) return drawFault(visit, 'NOT_FOUND');

    const answers = {
      people: form.get('people') ?? '',
      roles: form.getAll('roles'),
      locale: form.get('locale') ?? '',
      key: form.get('key') || randomUUID(),
    };
    const corrections = missing(visit, target, answers);
    if (corrections.length > 0)
      return draw(visit, target, answers, { message: visit.words.invite.correct, corrections });

    const invitations = draftsOf(target, answers);
    const outcome = await portal.invitations.issue({
      associationId: body.id,
      invitations,
      idempotencyKey: answers.key,
    });
    if (outcome.ok) {
      const told = person?.tell({ rows: outcome.value.rows, invitations, from: visit.address.search });
      return { to: linkTo('invite/result', { outcome: told }) };
    }
    const { problem } = outcome;
    // The key stands for other answers: the browser went back and changed them. They are another intent.
    if (problem.__typename === 'IdempotencyKeyReused') answers.key = randomUUID();
    return draw(visit, target, answers, {
      message: problem.message,
      corrections: correctionsOf(problem, FIELDS),
    });
  },
};

/**
 * @param {Visit} visit
 * @param {Target} target
 * @param {Answers} answers
 * @param {import('../invite-form.mjs').Refused | null} refused
 * @returns {import('../visit.mjs').Drawn}
 */
const draw = (visit, target, answers, refused = null) => ({
  title: target.organization ? visit.words.invite.delegates : visit.words.invite.title,
  ...(refused && { status: 422, problem: true }),
  content: drawInviteForm(visit, target, answers, refused),
});

/** What a link to this page brings with it: somebody to invite, or the lines that were not sent before. @param {Visit} visit @param {Target} target @returns {Answers} */
function firstAnswers({ address: { searchParams }, person: staff }, { person }) {
  const told = /** @type {import('./invite-result.mjs').Told | null} */ (
    staff?.toldAs(searchParams.get('again')) ?? null
  );
  const left = told ? linesLeft(told) : [];
  return {
    people: left.map(writeLine).join('\n') || searchParams.get('email') || person?.contactEmail || '',
    roles: left[0]?.roles ?? searchParams.getAll('role'),
    locale: left[0]?.locale ?? '',
    key: randomUUID(),
  };
}

/** What the portal could not even be asked. @param {Visit} visit @param {Target} target @param {Answers} answers */
function missing({ words }, target, { people, roles, locale }) {
  const { rows, tooLong } = readLines(people);
  const faults = words.invite.faults;
  return [
    rows.length === 0 && { field: 'people', message: faults.people },
    !isOneOnFile(target) && tooLong.length > 0 && { field: 'people', message: faults.tooLong(tooLong) },
    target.organization &&
      !roles.some(role => Object.hasOwn(delegateRoleLabels, role)) && {
        field: 'roles',
        message: faults.roles,
      },
    !Object.hasOwn(localeLabels, locale) && { field: 'locale', message: faults.locale },
  ].filter(fault => typeof fault === 'object' && fault !== null);
}

/** @param {Target} target @param {Answers} answers @returns {Draft[]} */
function draftsOf(target, { people, roles, locale }) {
  const { organization, membership, person } = target;
  const to = {
    locale: /** @type {keyof typeof localeLabels} */ (locale),
    organizationId: organization?.id ?? null,
    roles: organization && /** @type {(keyof typeof delegateRoleLabels)[]} */ (roles),
    membershipId: membership?.id ?? null,
    personId: person?.id ?? null,
  };
  if (isOneOnFile(target)) return [{ ...to, email: people.trim() }];
  return readLines(people).rows.map(row => ({ ...to, ...row }));
}
