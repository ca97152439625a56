import {
  invitationMismatchLabels,
  oldPasswordsLabels,
  passwordProfileLabels,
  recoveryPolicyLabels,
  staffRoleLabels,
} from '@affilia/sdk/labels';
import { drawFault } from '../fault.mjs';
import { drawHidden, drawInput, drawSelect, drawTicks } from '../fields.mjs';
import { html } from '../html.mjs';
import { drawFacts } from '../lists.mjs';
import { correctionsOf, drawActRefusal, drawOutcome, faultsOf } from '../refusal.mjs';
import { openForBody } from '../staff.mjs';

/** @typedef {import('../visit.mjs').Visit} Visit */
/** @typedef {import('@affilia/sdk/associations').AssociationSettings} Settings */
/** @typedef {Readonly<Record<string, import('@affilia/sdk/labels').Label>>} Labels */

const CHOICES = /** @type {const} */ ([
  ['recoveryPolicy', recoveryPolicyLabels],
  ['passwordProfile', passwordProfileLabels],
  ['oldPasswords', oldPasswordsLabels],
  ['invitationMismatch', invitationMismatchLabels],
]);
const NUMBERS = /** @type {const} */ (['resetLinkMinutes', 'invitationDays']);
const ADDRESSES = /** @type {const} */ (['websiteFr', 'websiteEn', 'brandLogoUrl']);
const FIELDS = ['factorRoles', ...CHOICES.map(([name]) => name), ...NUMBERS, ...ADDRESSES];

/** What the association decides for the accounts of its people. @type {import('../visit.mjs').Page} */
export const settings = {
  async get(visit) {
    const { portal, body } = await openForBody(visit);
    const found = await portal.associations.settings(body.code);
    if (!found) return drawFault(visit, 'FORBIDDEN');
    return draw(visit, found, typedOf(found));
  },

  async post(visit) {
    const { form, person, linkTo } = visit;
    const { portal, body } = await openForBody(visit);
    const found = await portal.associations.settings(body.code);
    if (!found) return drawFault(visit, 'FORBIDDEN');
    const typed = Object.fromEntries(FIELDS.map(name => [name, form.getAll(name)]));
    const wrong = NUMBERS.filter(name => !/^\d{1,6}$/.test(form.get(name)?.trim() ?? ''));
    if (wrong.length > 0) return draw(visit, found, typed, notNumbers(visit, wrong));
    const one = (/** @type {string} */ name) => form.get(name) ?? '';
    const outcome = await portal.associations.updateSettings({
      associationId: body.id,
      version: one('version'),
      factorRoles: /** @type {Settings['factorRoles'][number][]} */ ([
        ...new Set([...form.getAll('factorRoles'), ...found.factorRolesOfRealm]),
      ]),
      recoveryPolicy: /** @type {Settings['recoveryPolicy']} */ (one('recoveryPolicy')),
      passwordProfile: /** @type {Settings['passwordProfile']} */ (one('passwordProfile')),
      oldPasswords: /** @type {Settings['oldPasswords']} */ (one('oldPasswords')),
      invitationMismatch: /** @type {Settings['invitationMismatch']} */ (one('invitationMismatch')),
      resetLinkMinutes: Number(one('resetLinkMinutes')),
      invitationDays: Number(one('invitationDays')),
      websiteFr: one('websiteFr'),
      websiteEn: one('websiteEn'),
      brandLogoUrl: one('brandLogoUrl'),
    });
    if (outcome.ok) return { to: linkTo('settings', { outcome: person?.tell({ saved: true }) }) };
    return draw(visit, found, typed, outcome.problem);
  },
};

/** The answers of the form as they are on file. @param {Settings} found @returns {Record<string, readonly string[]>} */
const typedOf = ({ websites, brandLogoUrl, ...found }) => ({
  factorRoles: found.factorRoles,
  recoveryPolicy: [found.recoveryPolicy],
  passwordProfile: [found.passwordProfile],
  oldPasswords: [found.oldPasswords],
  invitationMismatch: [found.invitationMismatch],
  resetLinkMinutes: [String(found.resetLinkMinutes)],
  invitationDays: [String(found.invitationDays)],
  websiteFr: [websites.fr],
  websiteEn: [websites.en],
  brandLogoUrl: [brandLogoUrl ?? ''],
});

/** @param {Visit} visit @param {readonly string[]} names */
const notNumbers = ({ words }, names) => ({
  __typename: 'InvalidInput',
  message: words.security.settings.notANumber,
  issues: names.map(name => ({ path: ['input', name], message: words.security.settings.notANumber })),
});

/** @param {Labels} labels @param {string} locale */
const optionsOf = (labels, locale) =>
  Object.entries(labels).map(([value, { fr, en }]) => ({ value, label: locale === 'fr-CA' ? fr : en }));

/**
 * @param {Visit} visit
 * @param {Settings} found
 * @param {Readonly<Record<string, readonly string[]>>} typed
 * @param {{ __typename: string, message: string } | null} problem
 * @returns {import('../visit.mjs').Drawn}
 */
function draw(visit, found, typed, problem = null) {
  const { words, address, person, linkTo } = visit;
  const say = words.security.settings;
  const saved = !problem && person?.toldAs(address.searchParams.get('outcome'));
  const corrections = correctionsOf(problem ?? {}, Object.fromEntries(FIELDS.map(name => [name, name])));
  const stale = problem?.__typename === 'AssociationSettingsChanged';
  return {
    title: words.pages.settings,
    ...(problem && { status: 422, problem: true }),
    content: html`
      ${saved && drawOutcome(say.saved)}
      ${problem && drawActRefusal(visit, problem, { corrections, labels: { ...say } })}
      ${stale && html`<p><a class="way" href="${linkTo('settings')}">${say.readAgain}</a></p>`}
      <p>${say.intro}</p>
      ${found.viewerCan.change ? drawForm(visit, found, typed, corrections) : drawOnly(visit, found)}
    `,
  };
}

/**
 * @param {Visit} visit
 * @param {Settings} found
 * @param {Readonly<Record<string, readonly string[]>>} typed
 * @param {readonly import('../refusal.mjs').Correction[]} corrections
 */
function drawForm({ words, locale, browser, form, linkTo }, found, typed, corrections) {
  const say = words.security.settings;
  const faults = (/** @type {string} */ name) => faultsOf(corrections, name);
  const first = (/** @type {string} */ name) => typed[name]?.[0] ?? '';
  const roles = optionsOf(staffRoleLabels, locale);
  const always = roles.filter(({ value }) => found.factorRolesOfRealm.some(role => role === value));
  return html`<form method="post" action="${linkTo('settings')}" novalidate>
    ${drawHidden({ token: browser.formToken, version: form.get('version') ?? found.version })}
    ${drawTicks({
      type: 'checkbox',
      name: 'factorRoles',
      label: say.factorRoles,
      help:
        always.length > 0
          ? `${say.factorRolesHelp} ${say.ofRealm(always.map(({ label }) => label).join(', '))}`
          : say.factorRolesHelp,
      options: roles,
      chosen: typed.factorRoles ?? [],
      faults: faults('factorRoles'),
    })}
    ${CHOICES.map(([name, labels]) =>
      drawSelect({
        name,
        label: say[name],
        options: optionsOf(labels, locale),
        value: first(name),
        faults: faults(name),
      }),
    )}
    ${NUMBERS.map(name =>
      drawInput({
        name,
        label: say[name],
        help: say[`${name}Help`],
        value: first(name),
        required: true,
        maxlength: 6,
        faults: faults(name),
      }),
    )}
    ${ADDRESSES.map(name =>
      drawInput({
        name,
        label: say[name],
        ...(name === 'brandLogoUrl' && { help: say.brandLogoUrlHelp }),
        type: 'url',
        value: first(name),
        maxlength: 500,
        faults: faults(name),
      }),
    )}
    <p><button class="main">${say.submit}</button></p>
  </form>`;
}

/** For staff who may look and not change. @param {Visit} visit @param {Settings} found */
function drawOnly({ words, locale }, found) {
  const say = words.security.settings;
  const labelOf = (/** @type {Labels} */ labels, /** @type {string} */ value) =>
    optionsOf(labels, locale).find(one => one.value === value)?.label ?? value;
  const roles = found.factorRoles.map(role => labelOf(staffRoleLabels, role)).join(', ');
  return html`<p>${say.readOnly}</p>
    ${drawFacts([
      [say.factorRoles, roles || say.nobody],
      ...CHOICES.map(([name, labels]) => /** @type {const} */ ([say[name], labelOf(labels, found[name])])),
      [say.resetLinkMinutes, found.resetLinkMinutes],
      [say.invitationDays, found.invitationDays],
      [say.websiteFr, found.websites.fr],
      [say.websiteEn, found.websites.en],
      [say.brandLogoUrl, found.brandLogoUrl],
    ])}`;
}
