import { AffiliaError } from '@affilia/sdk';
import { SignInAgain } from './fault.mjs';

/** @typedef {import('@affilia/sdk/accounts').Viewer} Viewer */
/** @typedef {import('./trees.mjs').Body} Body */
/** @typedef {{ viewer: Viewer, bodies: readonly Body[], body: Body | null }} Staff */

/**
 * Who is signed in, the bodies that their roles reach and the one that they work for. What they may do there is
 * decided by the portal, request by request.
 *
 * @param {import('./visit.mjs').Visit} visit
 * @returns {Promise<{ staff: Staff, portal: import('./connect.mjs').Portal }>}
 */
export async function openForStaff(visit) {
  const { person, trees, address } = visit;
  if (!person) throw new SignInAgain();
  const { portal, tree } = person;
  const [viewer, all] = await Promise.all([portal.accounts.viewer(), trees.bodiesOf(tree)]);
  if (!viewer) throw new SignInAgain();

  const bodies = reached(viewer.staffAssignments, all);
  const wanted = address.searchParams.get('association');
  const body = bodies.find(({ code }) => code === wanted) ?? bodies[0] ?? null;
  visit.staff = { viewer, bodies, body };
  return { staff: visit.staff, portal };
}

/**
 * The same for a page about one body, whose lists and acts name it.
 *
 * @param {import('./visit.mjs').Visit} visit
 */
export async function openForBody(visit) {
  const { staff, portal } = await openForStaff(visit);
  // Whoever has no role is told so by the portal, like anybody who goes further than their role.
  const body = staff.body ?? (await visit.trees.bodiesOf(visit.person?.tree ?? ''))[0];
  if (!body) throw new AffiliaError('FORBIDDEN', 'a tree without bodies');
  return { portal, body };
}

/**
 * Those of the assignments, then those below them: independent ones among them refuse by themselves.
 *
 * @param {Viewer['staffAssignments']} assignments
 * @param {readonly Body[]} all
 */
function reached(assignments, all) {
  const codes = new Set(assignments.map(({ association }) => association.code));
  const below = new Set(
    assignments.filter(({ reach }) => reach === 'NODE_AND_BELOW').map(one => one.association.code),
  );
  for (let found = -1; found !== below.size;) {
    found = below.size;
    for (const { code, parent } of all) if (parent && below.has(parent.code)) below.add(code);
  }
  for (const code of below) codes.add(code);
  return [...codes].flatMap(code => all.find(body => body.code === code) ?? []);
}

/** Whom the portal shows the staff, the clients and the trail of some body. @param {Staff | null} staff */
export const isAdministrator = staff =>
  staff?.viewer.staffAssignments.some(({ role }) => role === 'ADMIN') ?? false;
