import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dayAt } from '../../src/kernel/deadline.ts';
import { toPublicId } from '../../src/kernel/id.ts';
import { addDays, localDate, type LocalDate } from '../../src/kernel/local-date.ts';
import { RepresentationKind } from '../../src/modules/organizations/representations/representation.enums.ts';
import { canBeOf, holdsOn } from '../../src/modules/organizations/representations/representation.policy.ts';
import { signedIn } from '../accounts/operations.ts';
import { PDF, sent } from '../documents/upload-operations.ts';
import { givenOffice, type Office } from '../invitations/operations.ts';
import { givenPerson, givenSomebodySignedIn } from '../support/given/membership-world.ts';
import { hold } from '../support/hold.ts';
import { openPortal, type Asked, type Portal } from '../support/portal.ts';
import { idOf, perform, representationsOf, representedBy } from './representation-operations.ts';

describe('on which days somebody represents, and whom by which title', () => {
  it.each<[string, string | null, boolean]>([
    ['2026-03-01', null, true],
    ['2026-03-10', null, true],
    ['2026-03-11', null, false],
    ['2026-03-01', '2026-03-11', true],
    ['2026-03-01', '2026-03-10', false],
    ['2026-03-10', '2026-03-10', false],
  ])('from %s until before %s it holds on March 10: %s', (from, to, holds) => {
    const period = { from: localDate(from), to: to === null ? null : localDate(to) };

    expect(holdsOn(period, localDate('2026-03-10'))).toBe(holds);
  });

  it('an organization has trustees, mandataries and directors, a person any of them', () => {
    const kinds = Object.values(RepresentationKind);

    expect(kinds.filter(kind => canBeOf(kind, 'PERSON'))).toEqual(kinds);
    expect(kinds.filter(kind => canBeOf(kind, 'ORGANIZATION'))).toEqual(['TRUSTEE', 'MANDATARY', 'DIRECTOR']);
  });
});

describe('dated representations (C1, Z16)', () => {
  let portal: Portal;
  let office: Office;
  beforeAll(async () => {
    portal = await openPortal();
    office = await givenOffice(portal);
  });
  afterAll(() => portal.close());

  const fresh = async (): Promise<Asked> => {
    const clientKey = portal.world.aqpm.toolKey;
    return { clientKey, token: (await signedIn(portal, office.account.address, { clientKey })).accessToken };
  };
  const today = (): LocalDate => dayAt(portal.world.aqpm.association.timeZone, portal.clock.now());
  const day = (offset: number): LocalDate => addDays(today(), offset);
  const query = <Row>(sql: string, values: readonly unknown[] = []): Promise<Row[]> =>
    portal.parts.db.entities.query<Row[]>(sql, [...values]);
  const record = async (fields: object, asked?: Asked): ReturnType<typeof perform> =>
    perform(
      portal,
      'recordRepresentation',
      { kind: 'EXECUTOR', from: day(-10), document: 'Testament notarié', ...fields },
      asked ?? (await fresh()),
    );
  const end = async (representationId: string, fields: object = {}): ReturnType<typeof perform> =>
    perform(portal, 'endRepresentation', { representationId, ...fields }, await fresh());
  const NOEL = { givenName: 'Noël', familyName: 'D’Amours' };
  const mailsTo = async (address: string): Promise<string[]> => {
    await portal.runDue();
    return portal.mailbox.to(address).map(({ subject }) => subject);
  };

  it('is recorded with its document, told to both, seen by both, and ended with effect at once', async () => {
    const late = await givenSomebodySignedIn(portal, { familyName: 'Défunte' });
    const heir = await givenSomebodySignedIn(portal, { ...NOEL, contactEmail: 'noel@succession.example' });
    const atTool = await fresh();
    const uploadId = (await sent(portal, atTool, PDF, { associationId: office.associationId })).id;
    const wanted = {
      personId: idOf(late.person),
      representativePersonId: idOf(heir.person),
      uploadId,
      idempotencyKey: 'une-seule-fois',
    };

    const { representation, ...answer } = await record(wanted, atTool);

    expect(answer).toEqual({ __typename: 'RecordRepresentationSuccess' });
    expect(representation).toMatchObject({
      kindLabel: 'Liquidateur ou exécuteur testamentaire',
      representedId: idOf(late.person),
      representedName: 'Zoé Défunte',
      representativeId: idOf(heir.person),
      representativeName: 'Noël D’Amours',
      from: day(-10),
      to: null,
      document: 'Testament notarié',
      uploadId,
      viewerCan: { end: true },
    });
    expect((await record(wanted, atTool)).representation.id).toBe(representation.id);
    expect(await query('select kept_at is not null as kept from upload where kept_at is not null')).toEqual([
      { kept: true },
    ]);
    const [{ address }] = (await query<{ address: string }>(
      'select address from account_address where account_id = $1',
      [late.accountId],
    )) as [{ address: string }];
    expect(await mailsTo(address)).toEqual([expect.stringContaining('Un représentant est inscrit')]);
    expect(await mailsTo('noel@succession.example')).toEqual([
      expect.stringContaining('Vous êtes inscrit comme représentant'),
    ]);

    const own = await representationsOf(portal, idOf(late.person), { token: late.token });
    expect(own?.representations).toEqual([
      { ...representation, document: null, uploadId: null, viewerCan: { end: false } },
    ]);
    expect((await representedBy(portal, { token: heir.token })).map(({ id }) => id)).toEqual([
      representation.id,
    ]);
    expect(await representedBy(portal, { token: heir.token }, day(-11))).toEqual([]);
    expect(await representedBy(portal, { token: late.token })).toEqual([]);

    const ended = await end(representation.id);

    expect(ended.representation).toMatchObject({ to: day(-1), viewerCan: { end: false } });
    expect(await representedBy(portal, { token: heir.token })).toEqual([]);
    const seen = await representationsOf(portal, idOf(late.person), await fresh(), day(-1));
    expect(seen?.representations).toHaveLength(1);
    expect(seen?.representationHistory).toHaveLength(1);
    expect(await mailsTo(address)).toContainEqual(expect.stringContaining('Fin d’une représentation'));
    const acts = await query<{ act: string; before: object | null; after: object }>(
      `select act, before, after from audit_entry where subject_kind = 'Representation' and account_id = $1
       order by act desc`,
      [office.account.id],
    );
    expect(acts).toMatchObject([
      {
        act: 'recordRepresentation',
        before: null,
        after: { kind: 'EXECUTOR', uploadId: expect.any(String) },
      },
      { act: 'endRepresentation', before: { to: null }, after: { to: day(0) } },
    ]);
    expect((await end(representation.id)).__typename).toBe('RepresentationEnded');
    const node = 'query ($id: ID!) { node(id: $id) { id } }';
    const { token } = await givenSomebodySignedIn(portal);
    const foreign = await portal.graphql<{ node: null }>(node, { id: representation.id }, { token });
    expect(foreign.data.node).toBeNull();
  });

  it('of many at once one is recorded, whatever the keys, and one end holds', async () => {
    const asked = await fresh();
    const late = await givenPerson(portal);
    const fields = { personId: idOf(late), ...NOEL };
    const held = await hold(portal, 'lock table representation in share row exclusive mode');
    const all = Promise.all(Array.from({ length: 3 }, () => record(fields, asked)));
    await held.untilWaiting(3);
    await held.letGo();

    const answers = await all;

    expect(answers.map(({ __typename: name }) => name).sort()).toEqual([
      'RecordRepresentationSuccess',
      'RepresentationStands',
      'RepresentationStands',
    ]);
    expect((await record({ ...fields, from: day(-20), to: day(-11) }, asked)).__typename).toBe(
      'RecordRepresentationSuccess',
    );
    expect((await record({ ...fields, kind: 'MANDATARY' }, asked)).__typename).toBe(
      'RecordRepresentationSuccess',
    );
    const [row] = await query<{ id: never }>(
      `select id from representation where person_id = $1 and kind = 'EXECUTOR' and to_on is null`,
      [late.id],
    );
    const input = { representationId: toPublicId('Representation', row!.id) };
    const locked = await hold(portal, 'select from representation where id = $1 for update', [row!.id]);
    const both = Promise.all([1, 2].map(() => perform(portal, 'endRepresentation', input, asked)));
    await locked.untilWaiting(2);
    await locked.letGo();
    expect((await both).map(({ __typename: name }) => name).sort()).toEqual([
      'EndRepresentationSuccess',
      'RepresentationEnded',
    ]);
  });
});
