import type { AccountId, AssociationId, PersonId } from '../kernel/id.ts';
import { acceptDocuments, openAccount, recordHolding } from '../modules/accounts/index.ts';
import {
  appointRealmAdministrator,
  assignStaff,
  documentsInForce,
  StaffReach,
  StaffRole,
} from '../modules/associations/index.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database/database.ts';
import { addDemoPerson } from './add-demo-person.ts';
import { DEMO_ACCOUNTS, DEMO_PASSWORD, type DemoAccount, type DemoAccountName } from './demo-accounts.ts';
import type { DemoBodies } from './read-bodies.ts';

/** Somebody with an account, as one association has them on file. */
export interface OnFile {
  readonly accountId: AccountId;
  readonly personId: PersonId;
}

export type DemoHolders = (name: DemoAccountName, association: string) => OnFile;

/** Opens every account of the demonstration and puts its person on file where it has to do with something. */
export async function openDemoAccounts(context: Context, tx: Tx, bodies: DemoBodies): Promise<DemoHolders> {
  const onFile = new Map<string, OnFile>();
  for (const [name, account] of Object.entries<DemoAccount>(DEMO_ACCOUNTS)) {
    const associations = account.associations.map(code => bodies.association(code));
    const ids = associations.map(association => association.id);
    const accountId = await open(context, tx, account, ids);
    for (const { id: associationId, code } of associations) {
      const { id: personId } = await addDemoPerson(context, tx, account.person, { associationId, accountId });
      onFile.set(`${name} ${code}`, { accountId, personId });
    }
    if (account.staffRole !== null && ids[0])
      await employ(context, tx, accountId, ids[0], StaffRole[account.staffRole]);
    if (account.administersRealm === true)
      await appointRealmAdministrator(context, tx, { accountId, byWhom: 'demo' });
  }
  return (name, association) => {
    const holder = onFile.get(`${name} ${association}`);
    if (!holder) throw new Error(`${association} does not have ${name} on file`);
    return holder;
  };
}

/** As an invitation would have opened it: address verified, texts accepted, language chosen. */
async function open(
  context: Context,
  tx: Tx,
  { person, username }: DemoAccount,
  associationIds: readonly AssociationId[],
): Promise<AccountId> {
  const { locale, givenName, familyName } = person;
  const { id: accountId } = await openAccount(context, tx, {
    username,
    password: DEMO_PASSWORD,
    address: person.email,
    associationIds,
    locale,
    personal: [givenName, familyName],
  });
  for (const associationId of associationIds) {
    const documents = await documentsInForce(context, associationId);
    await acceptDocuments(context, tx, {
      accountId,
      associationId,
      documentIds: documents.map(document => document.id),
      shownLocale: locale,
      chosen: locale,
      firstShown: 'fr-CA',
    });
  }
  return accountId;
}

async function employ(
  context: Context,
  tx: Tx,
  accountId: AccountId,
  associationId: AssociationId,
  role: StaffRole,
): Promise<void> {
  const reach = StaffReach.NODE_AND_BELOW;
  const assignment = await assignStaff(context, tx, { accountId, associationId, role, reach, toAt: null });
  await recordHolding(context, tx, { accountId, associationId, kind: 'STAFF', subjectId: assignment.id });
}
