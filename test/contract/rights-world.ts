import { assignStaff, AssociationKind, StaffReach, StaffRole } from '../../src/modules/associations/index.ts';
import { fromPublicId, type AccountId } from '../../src/kernel/id.ts';
import { OrganizationEntity } from '../../src/modules/organizations/index.ts';
import { givenAccount } from '../accounts/given-account.ts';
import { givenDelegations, givenPerson } from '../support/given/membership-world.ts';
import type { Asked, Portal } from '../support/portal.ts';
import { addBody, plain, type Body } from '../support/world.ts';
import { furnish, type FurnishedBody } from './furnished-body.ts';
import { sessionOf } from './session-of.ts';
import { CALLERS, nameOf, type Caller, type PlaceName, type RecordsName } from './rights-table.ts';

export interface RightsWorld {
  readonly records: Readonly<Record<RecordsName, FurnishedBody>>;
  /** By name, signed in. */
  readonly callers: ReadonlyMap<string, Caller & { readonly asked: Asked }>;
}

/** One tree with an institute, its sibling, an independent one and the body above, and a body of another tree. */
export async function buildRightsWorld(portal: Portal): Promise<RightsWorld> {
  const { parts, world } = portal;
  const institute = (code: string, independent = false): Promise<Body> =>
    parts.db.transaction(tx =>
      addBody(parts, tx, {
        ...plain(code, `Institut de ${code}`),
        kind: AssociationKind.INSTITUTE,
        parent: world.icu.association,
        independent,
      }),
    );
  const bodies: Record<PlaceName, Body> = {
    own: await institute('quimperville'),
    sibling: await institute('zorbecville'),
    parent: world.icu,
    independent: await institute('ganderville', true),
    foreign: world.acps,
  };
  const two = await givenAccount(portal, {
    associationIds: [bodies.own, bodies.sibling, bodies.foreign].map(({ association }) => association.id),
  });
  const records: Record<RecordsName, FurnishedBody> = {
    own: await furnish(portal, bodies.own, 'Quimper'),
    sibling: await furnish(portal, bodies.sibling, 'Zorbec'),
    parent: await furnish(portal, bodies.parent, 'Parrsboro'),
    independent: await furnish(portal, bodies.independent, 'Gander'),
    foreign: await furnish(portal, bodies.foreign, 'Rimouski'),
    twoOwn: await furnish(portal, bodies.own, 'Brestoi', two),
    twoSibling: await furnish(portal, bodies.sibling, 'Matane', two),
    twoForeign: await furnish(portal, bodies.foreign, 'Kamloops', two),
  };

  const known = new Map<string, Promise<{ readonly id: AccountId }>>();
  const accountOf = (who: string): Promise<{ readonly id: AccountId }> => {
    const found = known.get(who) ?? openAccount(who);
    known.set(who, found);
    return found;
  };
  const openAccount = async (who: string): Promise<{ readonly id: AccountId }> => {
    const [kind, ...rest] = who.split(' ');
    if (who === 'holder two') return two;
    if (kind === 'holder') return records[rest[0] as PlaceName].account;
    const { association } = bodies[kind === 'staff' || kind === 'stranger' ? (rest[0] as PlaceName) : 'own'];
    const account = await givenAccount(portal, { associationIds: [association.id] });
    const person = await givenPerson(portal, { associationId: association.id, accountId: account.id });
    if (kind === 'delegate') await givenDelegations(portal, await house(), person, rest[0] as 'DUES');
    if (kind === 'staff')
      for (const assignment of who.slice('staff '.length).split(', ')) await assign(account.id, assignment);
    return account;
  };
  const house = async (): Promise<OrganizationEntity> =>
    parts.db.entities.findOneByOrFail(OrganizationEntity, {
      id: fromPublicId('Organization', records.own.ids.Organization)!,
    });
  const assign = async (accountId: AccountId, assignment: string): Promise<void> => {
    const [place, role] = assignment.replace('+', '').split(' ') as [PlaceName, keyof typeof StaffRole];
    await parts.db.transaction(tx =>
      assignStaff(parts, tx, {
        accountId,
        associationId: bodies[place].association.id,
        role: StaffRole[role],
        reach: assignment.endsWith('+') ? StaffReach.NODE_AND_BELOW : StaffReach.NODE,
        toAt: null,
      }),
    );
  };

  const callers = new Map<string, Caller & { readonly asked: Asked }>();
  for (const caller of CALLERS) {
    const [place, kind] = caller.client.split(' ') as [PlaceName, 'site' | 'tool'];
    const clientKey = bodies[place][kind === 'site' ? 'siteKey' : 'toolKey'];
    const asked: Asked =
      caller.who === 'nobody'
        ? { clientKey }
        : {
            clientKey,
            token: (await sessionOf(portal, await accountOf(caller.who), { clientKey })).accessToken,
          };
    callers.set(nameOf(caller), { ...caller, asked });
  }
  return { records, callers };
}
