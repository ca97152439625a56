import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { toPublicId, type PersonId } from '../../src/kernel/id.ts';
import { statement } from '../../src/platform/database/statement.ts';
import { create, seen, sent, uuidOf } from '../documents/upload-operations.ts';
import {
  codeMailedTo,
  givenOffice,
  newAddress,
  perform as performInvitation,
  type Office,
} from '../invitations/operations.ts';
import { days } from '../support/fake-clock.ts';
import { givenDelegations, givenSomebodySignedIn } from '../support/given/membership-world.ts';
import { openPortal, type Portal } from '../support/portal.ts';
import {
  addressOf,
  givenTwoDelegates,
  perform,
  personId,
  rolesBy,
  shown,
  type Result,
  type TwoDelegates,
} from './delegate-operations.ts';

const document = 'Certificat de décès du 3 novembre 2026, classeur 12';
const principalRows = statement<{ person_id: string; suspended: boolean; to_at: Date | null; from_at: Date }>(
  'test-principal-rows',
  `select person_id, suspended_at is not null as suspended, from_at, to_at from delegation
   where organization_id = $1 and role = 'PRINCIPAL' order by from_at`,
);

describe('appointing a principal delegate (C4, Z16)', () => {
  let portal: Portal;
  let office: Office;
  beforeAll(async () => {
    portal = await openPortal();
  });
  beforeEach(async () => {
    office = await givenOffice(portal);
  });
  afterAll(() => portal.close());

  const appoint = ({ organizationId }: TwoDelegates, fields: object): Promise<Result> =>
    perform(
      portal,
      'appointPrincipal',
      { organizationId, locale: 'FR_CA', document, ...fields },
      office.asked,
    );
  const edits = async ({ organizationId }: TwoDelegates, token: string): Promise<boolean | undefined> =>
    (await shown(portal, organizationId, { token }))?.viewerCan.manageDelegates;

  it('invites the new one; until they accept, the old one stays of record without rights', async () => {
    const house = await givenTwoDelegates(portal);
    const email = newAddress();
    const { token } = house.principal;

    const { invitation } = await appoint(house, { email, personId: personId(house.other) });

    expect(invitation?.state).toBe('PENDING');
    expect(rolesBy(await shown(portal, house.organizationId, house.other))).toContain(
      'Ève Lacroix: PRINCIPAL',
    );
    expect(await edits(house, token)).toBeUndefined();
    const code = await codeMailedTo(portal, email);
    portal.clock.advance(days(2));
    const at = portal.clock.now();
    const accepted = await performInvitation(
      portal,
      'acceptInvitation',
      { code },
      {
        token: await house.other.tokenAt(portal.world.aqpm.siteKey),
      },
    );

    expect(accepted.__typename).toBe('AcceptInvitationSuccess');
    expect(await portal.parts.db.read(principalRows, [house.organization.id])).toEqual([
      expect.objectContaining({ person_id: house.principal.person.id, suspended: true, to_at: at }),
      { person_id: house.other.person.id, suspended: false, from_at: at, to_at: null },
    ]);
  });

  it('tells the old one, ends what they offered, and keeps the document on record', async () => {
    const house = await givenTwoDelegates(portal);
    const { organizationId, principal, other } = house;
    const offer = { organizationId, toPersonId: personId(other), remainingRoles: [] };
    const offered = await perform(portal, 'offerPrincipalHandover', offer, principal);
    const address = await addressOf(portal, principal.accountId);

    await appoint(house, { email: newAddress(), givenName: 'Agnès', familyName: 'Ôté' });

    const { id: handoverId } = offered.organization!.principalHandover!;
    expect(await perform(portal, 'acceptPrincipalHandover', { handoverId }, other)).toMatchObject({
      __typename: 'PrincipalHandoverNotFound',
    });
    await portal.runDue();
    expect(portal.mailbox.lastTo(address).subject).toBe(
      'L’association nomme un autre délégué principal pour Productions Boréales',
    );
    const [entry] = await portal.parts.db.entities.query<{ after: object }[]>(
      `select after from audit_entry where act = 'appointPrincipal' and subject_id = $1`,
      [house.organization.id],
    );
    expect(entry?.after).toMatchObject({ document });
  });

  it('takes the document itself, which the staff of the association read from then on', async () => {
    const house = await givenTwoDelegates(portal);
    const colleague = await givenOffice(portal);
    const { id } = await sent(portal, office.asked);
    const whom = { email: newAddress(), givenName: 'Agnès', familyName: 'Ôté' };

    const foreign = await appoint(house, { ...whom, uploadId: (await sent(portal, house.other)).id });
    const awaited = await appoint(house, {
      ...whom,
      uploadId: (await create(portal, {}, office.asked)).upload.id,
    });

    for (const { issues } of [foreign, awaited])
      expect(issues[0]).toMatchObject({
        path: ['input', 'uploadId'],
        message: 'Ce document ne se trouve pas parmi ceux que vous avez envoyés à l’association.',
      });
    expect(await edits(house, house.principal.token)).toBe(true);
    expect(await seen(portal, id, colleague.asked)).toBeNull();

    await appoint(house, { ...whom, uploadId: id });

    expect(await seen(portal, id, colleague.asked)).toMatchObject({ id, state: 'RECEIVED' });
    const [entry] = await portal.parts.db.entities.query<{ after: object }[]>(
      `select after from audit_entry where act = 'appointPrincipal' and subject_id = $1`,
      [house.organization.id],
    );
    expect(entry?.after).toMatchObject({ document, uploadId: uuidOf(id) });
  });

  it('can be taken back: the old one has all their rights again, and the invitation gives nothing any more', async () => {
    const house = await givenTwoDelegates(portal);
    const { organizationId, principal } = house;
    const email = newAddress();
    await appoint(house, { email, givenName: 'Agnès', familyName: 'Ôté' });
    const reinstate = (): Promise<Result> =>
      perform(portal, 'reinstatePrincipal', { organizationId }, office.asked);

    const [first, second] = [await reinstate(), await reinstate()];

    expect([first.__typename, second.__typename]).toEqual([
      'ReinstatePrincipalSuccess',
      'PrincipalNotSuspended',
    ]);
    expect(await edits(house, principal.token)).toBe(true);
    const late = await performInvitation(
      portal,
      'acceptInvitation',
      { code: await codeMailedTo(portal, email) },
      { token: (await givenSomebodySignedIn(portal)).token },
    );
    expect(late.__typename).toBe('InvitationTargetTaken');
  });

  it('says at its field what is wrong with whoever is appointed', async () => {
    const house = await givenTwoDelegates(portal);
    const wrong = async (fields: object): Promise<unknown> => (await appoint(house, fields)).issues[0];
    const email = newAddress();

    expect(await wrong({ email: 'personne', personId: personId(house.other) })).toMatchObject({
      path: ['input', 'email'],
      message: 'Ce n’est pas une adresse courriel.',
    });
    expect(await wrong({ email, familyName: 'Ôté' })).toMatchObject({ path: ['input', 'givenName'] });
    expect(await wrong({ email, personId: personId(house.principal) })).toMatchObject({
      path: ['input', 'personId'],
      message: 'Cette personne est déjà le délégué principal.',
    });
    expect(await wrong({ email, personId: personId(house.other), document: ' ' })).toMatchObject({
      path: ['input', 'document'],
    });
    expect(await edits(house, house.principal.token)).toBe(true);
  });

  it('is never of oneself', async () => {
    const house = await givenTwoDelegates(portal);
    const [mine] = await portal.parts.db.entities.query<{ id: PersonId }[]>(
      'select id from person where account_id = $1',
      [office.account.id],
    );

    const answer = await appoint(house, { email: newAddress(), personId: toPublicId('Person', mine!.id) });

    expect(answer.issues[0]).toMatchObject({ path: ['input', 'personId'] });
    expect(await edits(house, house.principal.token)).toBe(true);
  });

  it('is for staff, and never for an organization of their own', async () => {
    const house = await givenTwoDelegates(portal);
    const [mine] = await portal.parts.db.entities.query<{ id: string }[]>(
      'select id from person where account_id = $1',
      [office.account.id],
    );
    await givenDelegations(portal, house.organization, mine as never, 'VOTING');

    const answer = await appoint(house, { email: newAddress(), personId: personId(house.other) });

    expect(answer.__typename).toBe('OrganizationNotFound');
  });
});
