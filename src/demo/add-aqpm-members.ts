import { localDate } from '../kernel/local-date.ts';
import {
  addOrganization,
  DelegateRole,
  grantDelegations,
  putCoordinates,
} from '../modules/organizations/index.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database/database.ts';
import { addDemoPerson } from './add-demo-person.ts';
import { admitDemoMember } from './admit-demo-member.ts';
import type { DemoHolders } from './open-demo-accounts.ts';
import { aqpmHouses, type DemoHouse } from './people/aqpm-houses.ts';
import { aqpmPeople } from './people/aqpm-people.ts';
import { peopleWithoutAddress } from './people/without-address.ts';
import type { DemoBodies } from './read-bodies.ts';

const { PRINCIPAL, DUES, VOTING, CONTACT } = DelegateRole;

/** The AQPM's producers with their delegates, and its associate members. */
export async function addAqpmMembers(
  context: Context,
  tx: Tx,
  bodies: DemoBodies,
  holders: DemoHolders,
): Promise<void> {
  const { id: associationId } = bodies.association('aqpm');

  const boreale = await addHouse(context, tx, bodies, aqpmHouses.boreale);
  const helene = holders('helene', 'aqpm');
  await grantDelegations(context, tx, { organizationId: boreale, ...helene, roles: [PRINCIPAL, VOTING] });
  const jeanFrancois = await addDemoPerson(context, tx, aqpmPeople.jeanFrancois, { associationId });
  await grantDelegations(context, tx, { organizationId: boreale, personId: jeanFrancois.id, roles: [DUES] });

  const oeilNu = await addHouse(context, tx, bodies, aqpmHouses.oeilNu);
  const maite = holders('maite', 'aqpm');
  await grantDelegations(context, tx, { organizationId: oeilNu, ...maite, roles: [PRINCIPAL, CONTACT] });

  // These wait for their principal delegates, who are invited.
  await addHouse(context, tx, bodies, aqpmHouses.ecluse);
  await addHouse(context, tx, bodies, aqpmHouses.kinoptik);
  await addHouse(context, tx, bodies, aqpmHouses.nordet);

  const etienne = await addDemoPerson(context, tx, aqpmPeople.etienne, { associationId });
  const associate = { association: 'aqpm', classCode: 'ASSOCIE', paid: 'THIS_YEAR' } as const;
  await admitDemoMember(context, tx, bodies, {
    ...associate,
    holder: { personId: holders('noemie', 'aqpm').personId },
    memberNumber: '2001',
    admittedOn: '2022-09-12',
  });
  await admitDemoMember(context, tx, bodies, {
    ...associate,
    holder: { personId: etienne.id },
    memberNumber: '2002',
    admittedOn: '2025-11-03',
  });
  for (const { memberNumber, admittedOn, ...paper } of peopleWithoutAddress) {
    const { id: personId } = await addDemoPerson(context, tx, paper, { associationId });
    const holder = { personId };
    await admitDemoMember(context, tx, bodies, { ...associate, holder, memberNumber, admittedOn });
  }
}

async function addHouse(
  context: Context,
  tx: Tx,
  bodies: DemoBodies,
  {
    sections,
    formerSections = [],
    coordinates,
    classCode,
    memberNumber,
    admittedOn,
    paid,
    ...facts
  }: DemoHouse,
): Promise<string> {
  const { id: organizationId } = await addOrganization(context, tx, {
    ...facts,
    associationId: bodies.association('aqpm').id,
    province: 'QC',
    country: 'CA',
    sections: [
      ...sections.map(code => ({
        sectionId: bodies.sectionId('aqpm', code),
        from: localDate(admittedOn),
      })),
      ...formerSections.map(({ code, from, to }) => ({
        sectionId: bodies.sectionId('aqpm', code),
        from: localDate(from),
        to: localDate(to),
      })),
    ],
  });
  if (coordinates) await putCoordinates(context, tx, organizationId, coordinates);
  await admitDemoMember(context, tx, bodies, {
    association: 'aqpm',
    holder: { organizationId },
    classCode,
    memberNumber,
    admittedOn,
    paid,
  });
  return organizationId;
}
