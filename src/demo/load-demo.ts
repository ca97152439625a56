import { AssociationEntity } from '../modules/associations/index.ts';
import { addMembershipClass } from '../modules/memberships/index.ts';
import { OrganizationEntity } from '../modules/organizations/index.ts';
import type { Parts } from '../platform/context.ts';
import { violates } from '../platform/database/violation.ts';
import { addAffiliates } from './add-affiliates.ts';
import { addAqpmMembers } from './add-aqpm-members.ts';
import { addDemoPrices } from './add-demo-prices.ts';
import { addDemoBodies } from './add-demo-bodies.ts';
import { addPlanners } from './add-planners.ts';
import { billDemoMembers } from './bill-demo-members.ts';
import { demoClasses } from './classes/index.ts';
import { addDemoClients, DEMO_TREES } from './demo-clients.ts';
import { demoContext } from './demo-context.ts';
import { addSingleSignOnSites, placeServerSite, placeSingleSignOnSites } from './demo-single-sign-on.ts';
import { daysAgo } from './days-ago.ts';
import { inviteDemoPeople } from './invite-demo-people.ts';
import { placeDemoSite } from './place-demo-site.ts';
import { openDemoAccounts } from './open-demo-accounts.ts';
import { readBodies } from './read-bodies.ts';

export interface DemoOptions {
  /** The port of the example partner site on this machine. */
  readonly sitePort: number;
  /** The port of the sites that sign in on the realm's page. */
  readonly secondSitePort: number;
  /** Where the site is served that a server draws; nowhere when left out. */
  readonly serverSitePort?: number;
}

/** So long ago did the accounts open and the delegations begin. */
const ESTABLISHED_DAYS = 100;

/**
 * Loads the demonstration, once: what is there already stays as people left it, and a load that was cut off goes on
 * where it stopped. For test realms only.
 */
export async function loadDemo(
  parts: Parts,
  { sitePort, secondSitePort, serverSitePort }: DemoOptions,
): Promise<{ readonly loaded: boolean }> {
  if (parts.settings.realmMode !== 'TEST') throw new Error('a live realm has no demonstration');
  const bodies = await loadBodies(parts);
  await parts.db.transaction(async tx => {
    await placeDemoSite(tx, sitePort);
    await placeSingleSignOnSites(tx, secondSitePort);
    if (serverSitePort !== undefined) await placeServerSite(tx, serverSitePort);
  });
  const members = await loadMembers(parts);
  const invitations = await inviteDemoPeople(parts);
  const invoices = await billDemoMembers(parts);
  return { loaded: bodies || members || invitations || invoices };
}

/** Bodies, their classes and the programs that call for them. Of two that load at once, one does. */
async function loadBodies(parts: Parts): Promise<boolean> {
  if (await parts.db.entities.existsBy(AssociationEntity, { code: 'aqpm' })) return false;
  try {
    await parts.db.transaction(async tx => {
      const associationOf = await addDemoBodies(parts, tx);
      for (const [code, classes] of Object.entries(demoClasses)) {
        const { id: associationId } = associationOf(code);
        for (const facts of classes) await addMembershipClass(parts, tx, { ...facts, associationId });
      }
      await addDemoPrices(parts, tx, await readBodies(tx, parts.clock.now()));
      for (const tree of DEMO_TREES) {
        await addDemoClients(parts, tx, tree, associationOf(tree));
      }
      await addSingleSignOnSites(parts, tx, associationOf);
    });
    return true;
  } catch (error) {
    if (violates(error, 'association_code_key')) return false;
    throw error;
  }
}

/** Everybody, a while ago; rules about passwords and documents are read from the bodies, so those come before. */
async function loadMembers(parts: Parts): Promise<boolean> {
  const context = demoContext(daysAgo(parts, ESTABLISHED_DAYS));
  return parts.db.transaction(async tx => {
    const aqpm = await tx.findOneOrFail(AssociationEntity, {
      where: { code: 'aqpm' },
      lock: { mode: 'pessimistic_write' },
    });
    if (await tx.existsBy(OrganizationEntity, { associationId: aqpm.id })) return false;

    const bodies = await readBodies(tx, parts.clock.now());
    const holders = await openDemoAccounts(context, tx, bodies);
    await addAqpmMembers(context, tx, bodies, holders);
    await addPlanners(context, tx, bodies, holders);
    await addAffiliates(context, tx, bodies, holders);
    return true;
  });
}
