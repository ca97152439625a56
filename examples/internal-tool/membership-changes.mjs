import { holdKindLabels } from '@affilia/sdk/labels';

/** @typedef {import('./connect.mjs').Portal} Portal */
/** @typedef {import('./pages/membership.mjs').Change} Change */
/** @typedef {'on' | 'toClassId' | 'hold' | 'lastDay' | 'holdId' | 'reason'} Field */
/** @typedef {keyof typeof holdKindLabels} HoldKind */

/** What each change asks. @type {Readonly<Record<Change, readonly Field[]>>} */
export const FIELDS = {
  RECLASSIFICATION: ['toClassId', 'on'],
  HOLD: ['hold', 'on', 'lastDay'],
  HOLD_END: ['holdId', 'on'],
  RESIGNATION: ['on', 'reason'],
  RESIGNATION_WITHDRAWN: [],
  REINSTATEMENT: ['on', 'toClassId'],
};

/** @param {string | null} name */
export const changeNamed = name => /** @type {Change[]} */ (Object.keys(FIELDS)).find(one => one === name);

const HOLDS = /** @type {HoldKind[]} */ (Object.keys(holdKindLabels));

/** What was answered, as the portal takes it. @param {URLSearchParams} form */
export const answersOf = form => ({
  on: form.get('on') || null,
  toClassId: form.get('toClassId') || null,
  hold: HOLDS.find(one => one === form.get('hold')) ?? null,
  lastDay: form.get('lastDay') || null,
  holdId: form.get('holdId') || null,
});

/**
 * Makes a change as it was shown.
 *
 * @param {Portal} portal
 * @param {Change} kind
 * @param {string} membershipId
 * @param {URLSearchParams} form
 */
export function makeChange({ memberships, registrar }, kind, membershipId, form) {
  const { on, toClassId, hold, lastDay, holdId } = answersOf(form);
  const shown = {
    membershipId,
    shownTotalCents: Number(form.get('shownTotalCents')),
    idempotencyKey: form.get('key'),
  };
  const day = on ?? '';
  switch (kind) {
    case 'RECLASSIFICATION':
      return registrar.reclassify({ ...shown, on: day, toClassId: toClassId ?? '' });
    case 'HOLD':
      return registrar.placeOnHold({ ...shown, on: day, hold: hold ?? 'LEAVE', lastDay });
    case 'HOLD_END':
      return registrar.endHold({ ...shown, on: day, holdId: holdId ?? '' });
    case 'RESIGNATION':
      return memberships.resign({ ...shown, on: day, reason: form.get('reason') ?? '' });
    case 'RESIGNATION_WITHDRAWN':
      return memberships.withdrawResignation(shown);
    case 'REINSTATEMENT':
      return registrar.reinstate({ ...shown, on: day, toClassId });
  }
}
