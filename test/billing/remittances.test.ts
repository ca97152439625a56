import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AssociationId } from '../../src/kernel/id.ts';
import { StaffRole } from '../../src/modules/associations/index.ts';
import { givenOffice, type Office } from '../invitations/operations.ts';
import { openPortal, type Portal } from '../support/portal.ts';
import {
  balances,
  batches,
  givenPaid,
  newBody,
  perform,
  publicIdOf,
  returned,
  type Result,
} from './remittance-operations.ts';

let portal: Portal;
let book: AssociationId;
let treasurer: Office;
let second: Office;
beforeAll(async () => {
  portal = await openPortal();
  book = portal.world.icu.association.id;
  treasurer = await givenOffice(portal, { body: portal.world.icu, role: StaffRole.FINANCE });
  second = await givenOffice(portal, { body: portal.world.icu, role: StaffRole.ADMIN });
});
afterAll(() => portal.close());

const november = { from: '2026-11-01', to: '2026-11-30' };
const about = (bodyId: AssociationId, wanted: object = {}): object => ({
  bookId: publicIdOf(book),
  bodyId: publicIdOf(bodyId),
  ...november,
  ...wanted,
});
const prepare = (bodyId: AssociationId, wanted: object = {}): Promise<Result> =>
  perform(portal, 'prepareRemittance', about(bodyId, wanted), treasurer.asked);
const approve = (id: string): Promise<Result> =>
  perform(portal, 'approveRemittance', { remittanceId: id }, second.asked);
const pay = (id: string, wanted: object = {}): Promise<Result> =>
  perform(
    portal,
    'markRemittancePaid',
    { remittanceId: id, reference: 'EFT 4711', ...wanted },
    treasurer.asked,
  );
const reverse = (id: string): Promise<Result> =>
  perform(portal, 'reverseRemittance', { remittanceId: id, reason: 'Mauvais compte' }, treasurer.asked);
const owed = (bodyId: AssociationId, on?: string): Promise<string[]> =>
  balances(portal, { bookId: publicIdOf(book), bodyId: publicIdOf(bodyId) }, treasurer.asked, on);

describe('a remittance (E14)', () => {
  it('hands on all that a body is owed once, after another person approved it, and leaves nothing', async () => {
    const body = await newBody(portal);
    await givenPaid(portal, book, [body.id, book], { on: '2026-11-03' });
    await givenPaid(portal, book, [body.id], { on: '2026-12-01' });

    const { batch } = await prepare(body.id);
    expect(batch).toMatchObject({ kind: 'REMITTANCE', state: 'PREPARED', amount: { cents: 22_995 } });
    expect(batch.viewerCan).toEqual({ approve: false, markPaid: false, reverse: true });
    expect((await prepare(body.id)).__typename).toBe('NothingToRemit');
    expect((await pay(batch.id)).__typename).toBe('RemittanceMovedOn');
    expect((await approve(batch.id)).batch.state).toBe('APPROVED');
    expect(await owed(body.id, '2026-11-30')).toHaveLength(3);

    const paid = await pay(batch.id, { paidOn: '2026-11-21' });
    expect(paid.batch).toMatchObject({ state: 'PAID', paidOn: '2026-11-21', paymentReference: 'EFT 4711' });
    expect(await owed(body.id, '2026-11-30')).toEqual([]);
    expect((await prepare(body.id)).__typename).toBe('NothingToRemit');
    expect((await prepare(body.id, { to: '2026-12-31' })).batch.amount.cents).toBe(22_995);
  });

  it('is not approved by whoever prepared it, nor touched by others', async () => {
    const body = await newBody(portal);
    await givenPaid(portal, book, [body.id]);
    const { batch } = await prepare(body.id);
    const input = { remittanceId: batch.id };

    const own = await perform(portal, 'approveRemittance', input, treasurer.asked);
    const theirs = await perform(portal, 'approveRemittance', input, body.office.asked);
    expect([own.__typename, theirs.__typename]).toEqual([
      'RemittanceNeedsSecondPerson',
      'RemittanceNotFound',
    ]);
    expect(
      (await perform(portal, 'reverseRemittance', { ...input, reason: 'x' }, body.office.asked)).__typename,
    ).toBe('RemittanceNotFound');
    await expect(
      portal.parts.db.entities.query(
        `update remittance_batch set approved_at = now(), approved_by = prepared_by where body_id = $1`,
        [body.id],
      ),
    ).rejects.toThrow(/two_people/);
  });

  it('takes back by itself what was returned after the last one (Z2)', async () => {
    const body = await newBody(portal);
    const cheque = await givenPaid(portal, book, [body.id]);
    const { batch } = await prepare(body.id);
    await approve(batch.id);
    await pay(batch.id);

    await returned(portal, cheque);
    expect(await prepare(body.id)).toMatchObject({ __typename: 'BodyOwesMore', carried: { cents: 22_995 } });
    await givenPaid(portal, book, [body.id, body.id]);
    const next = await prepare(body.id);
    expect(next.batch.amount.cents).toBe(22_995);
    await approve(next.batch.id);
    await pay(next.batch.id);
    expect(await owed(body.id)).toEqual([]);
  });

  it('can be claimed where it is negative, by a document of its own', async () => {
    const body = await newBody(portal);
    expect((await perform(portal, 'claimFromBody', about(body.id), treasurer.asked)).__typename).toBe(
      'NothingToClaim',
    );
    const cheque = await givenPaid(portal, book, [body.id]);
    expect((await perform(portal, 'claimFromBody', about(body.id), treasurer.asked)).__typename).toBe(
      'NothingToClaim',
    );
    const { batch } = await prepare(body.id);
    await approve(batch.id);
    await pay(batch.id);
    await returned(portal, cheque);

    const claim = await perform(portal, 'claimFromBody', about(body.id), treasurer.asked);
    expect(claim.batch).toMatchObject({ kind: 'CLAIM', state: 'PREPARED', amount: { cents: 22_995 } });
    await approve(claim.batch.id);
    expect(await owed(body.id)).toEqual([`CLAIMED ${body.code}: 22995`]);
    expect((await pay(claim.batch.id)).batch.state).toBe('PAID');
    expect(await owed(body.id)).toEqual([]);
  });

  it('is reversed with its journals, and what stood in it goes into the next one', async () => {
    const body = await newBody(portal);
    await givenPaid(portal, book, [body.id]);
    const before = await owed(body.id);
    const { batch } = await prepare(body.id);
    await approve(batch.id);
    await pay(batch.id);

    expect((await reverse(batch.id)).batch).toMatchObject({
      state: 'REVERSED',
      reversalReason: 'Mauvais compte',
    });
    expect(await owed(body.id)).toEqual(before);
    expect(await reverse(batch.id)).toMatchObject({ __typename: 'RemittanceMovedOn', state: 'REVERSED' });
    expect((await prepare(body.id)).batch.amount.cents).toBe(22_995);
    const acts = await portal.parts.db.entities.query<{ act: string }[]>(
      `select act from audit_entry where subject_kind = 'RemittanceBatch' and association_id = $1
         and subject_id in (select id from remittance_batch where body_id = $2) order by occurred_at, id`,
      [book, body.id],
    );
    expect(acts.map(({ act }) => act).sort()).toEqual([
      'approveRemittance',
      'markRemittancePaid',
      'prepareRemittance',
      'prepareRemittance',
      'reverseRemittance',
    ]);
  });

  it('shows the receiving body what concerns it, line by line, and nothing of others', async () => {
    const [body, other] = [await newBody(portal), await newBody(portal)];
    await givenPaid(portal, book, [body.id, other.id]);
    await prepare(body.id);
    await prepare(other.id);

    const seen = await batches(portal, publicIdOf(body.id), 'BODY', body.office.asked);
    expect(seen).toMatchObject([
      {
        state: 'PREPARED',
        stateLabel: 'En attente d’approbation',
        book: { code: 'icu' },
        body: { code: body.code },
        shares: [
          { account: 'OWED', tax: null, amount: { cents: 20_000 } },
          { account: 'TAX', tax: 'GST', amount: { cents: 1_000 } },
          { account: 'TAX', tax: 'QST', amount: { cents: 1_995 } },
        ],
        entries: { totalCount: 3 },
      },
    ]);
    const codes =
      typeof seen === 'string' ? [] : seen.flatMap(one => one.entries.nodes.map(node => node.body?.code));
    expect(new Set(codes)).toEqual(new Set([body.code]));
    const [theirs] = await batches(portal, publicIdOf(other.id), 'BODY', other.office.asked);
    const id = typeof theirs === 'object' ? theirs.id : '';
    const { data } = await portal.graphql<{ node: unknown; remittanceBatch: unknown }>(
      'query ($id: ID!) { node(id: $id) { id } remittanceBatch(id: $id) { id } }',
      { id },
      body.office.asked,
    );
    expect(data).toEqual({ node: null, remittanceBatch: null });
  });

  it.each([
    ['a body that is the book', () => ({ bodyId: publicIdOf(book) }), ['bodyId']],
    ['an end before the start', () => ({ to: '2026-10-31' }), ['to']],
  ])('refuses %s', async (_, wanted, fields) => {
    const body = await newBody(portal);

    const { issues } = await prepare(body.id, wanted());

    expect(issues.map(({ path }) => path)).toEqual(fields.map(field => ['input', field]));
  });
});

describe('who prepares, approves, pays and reverses at once (E14)', () => {
  it('remits nothing twice, and answers the same key the same', async () => {
    const body = await newBody(portal);
    await givenPaid(portal, book, [body.id]);

    const answers = await Promise.all(Array.from({ length: 8 }, () => prepare(body.id)));
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual([
      ...Array<string>(7).fill('NothingToRemit'),
      'PrepareRemittanceSuccess',
    ]);
    const id = answers.find(({ __typename }) => __typename === 'PrepareRemittanceSuccess')?.batch.id ?? '';
    await approve(id);
    const idempotencyKey = 'un-seul-versement';
    const paid = await Promise.all(Array.from({ length: 8 }, () => pay(id, { idempotencyKey })));
    expect(paid.map(({ batch }) => batch.state)).toEqual(Array(8).fill('PAID'));
    expect(await owed(body.id)).toEqual([]);
  });

  it('pays or reverses, never both halves of it', async () => {
    const body = await newBody(portal);
    await givenPaid(portal, book, [body.id]);
    const { batch } = await prepare(body.id);
    await approve(batch.id);

    const [paid, reversed] = await Promise.all([pay(batch.id), reverse(batch.id)]);

    expect(reversed.__typename).toBe('ReverseRemittanceSuccess');
    expect(['MarkRemittancePaidSuccess', 'RemittanceMovedOn']).toContain(paid.__typename);
    expect(await owed(body.id)).toHaveLength(3);
  });
});
