import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { rm } from 'node:fs/promises';
import { toPublicId } from '../../src/kernel/id.ts';
import { givenOffice } from '../invitations/operations.ts';
import { hours, minutes } from '../support/fake-clock.ts';
import { givenSomebodySignedIn, type SignedIn } from '../support/given/membership-world.ts';
import { hold } from '../support/hold.ts';
import { openPortal, type Asked, type Portal } from '../support/portal.ts';
import { askedAnew, create, PDF, STORE, uuidOf, type Result } from './upload-operations.ts';

const MEGABYTE = 1024 * 1024;
const table = { purpose: 'IMPORT', fileName: 'membres.csv' };

describe('files that were sent have a quota (Z10)', () => {
  let portal: Portal;
  let member: SignedIn;
  beforeAll(async () => {
    portal = await openPortal();
  });
  beforeEach(async () => {
    member = await givenSomebodySignedIn(portal);
  });
  afterAll(async () => {
    await portal.close();
    await rm(STORE, { recursive: true, force: true });
  });

  const rows = (sql: string, ...values: unknown[]): Promise<Record<string, unknown>[]> =>
    portal.parts.db.entities.query(sql, values);
  /** Both have counted, or wait to, before either is written. */
  async function atOnce(first: [Asked, object?], second: [Asked, object?]): Promise<Result[]> {
    const held = await hold(portal, 'lock table upload in share mode');
    const answers = Promise.all([first, second].map(([asked, input = {}]) => create(portal, input, asked)));
    await held.untilWaiting(2);
    await held.letGo();
    return answers;
  }
  const outcomes = (answers: readonly Result[]): string[] =>
    answers.map(answer => ('quota' in answer ? answer.quota : (answer as Result).__typename)).sort();

  it('of bytes, which what is announced takes until it expires; of two for the last place one gets it', async () => {
    const mine = await givenOffice(portal);
    const large = { ...table, size: 200 * MEGABYTE };
    for (let i = 0; i < 4; i++) await create(portal, large, mine.asked);

    const answers = await atOnce([mine.asked, large], [mine.asked, large]);

    const refused = answers.find(({ __typename }) => __typename === 'UploadQuotaReached');
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual([
      'CreateUploadSuccess',
      'UploadQuotaReached',
    ]);
    expect(refused).toMatchObject({
      quota: 'ACCOUNT_MEGABYTES',
      limit: 1_024,
      used: 1_000,
      next: { kind: 'CONTACT_SUPPORT' },
      message:
        'Il n’y a plus de place pour ce fichier\u00A0: vos fichiers occupent déjà 1\u00A0000 des 1\u00A0024\u00A0Mo prévus. Écrivez à votre association.',
    });
    expect((await create(portal, {}, mine.asked)).__typename).toBe('CreateUploadSuccess');
    const underWay = new Date(portal.clock.now().getTime() + minutes(16));
    await rows('update upload set receiving_until = $2 where account_id = $1', mine.account.id, underWay);
    portal.clock.advance(minutes(15));
    const later = await askedAnew(portal, mine);
    expect((await create(portal, large, later)).__typename).toBe('UploadQuotaReached');
    portal.clock.advance(minutes(1));
    expect((await create(portal, large, later)).__typename).toBe('CreateUploadSuccess');
  });

  const copies = (id: string, count: number, set: string): Promise<unknown> =>
    rows(
      `insert into upload (id, account_id, association_id, client_id, purpose, file_name, size, created_at, expires_at,
         attempts, received_at, seen_type, sha256)
       select gen_random_uuid(), ${set}, created_at, expires_at, 0, created_at, 'text/csv', ''
       from upload, generate_series(1, $2) where id = $1`,
      uuidOf(id),
      count,
    );

  it('of files a day, which says when there is room again', async () => {
    const mine = await givenSomebodySignedIn(portal);
    const { upload } = await create(portal, {}, mine);
    await copies(upload.id, 99, 'account_id, association_id, client_id, purpose, file_name, size');
    portal.clock.advance(hours(1));

    const token = await mine.tokenAt(portal.world.aqpm.siteKey);
    const refused = await create(portal, {}, { token, locale: 'en-CA' });

    expect(refused).toMatchObject({
      quota: 'ACCOUNT_FILES_A_DAY',
      limit: 100,
      used: 100,
      next: { kind: 'WAIT', retryAfterSeconds: 23 * 3_600 },
      message: 'You have sent 100 files in 24 hours, and there may be no more. Try again later.',
    });
    portal.clock.advance(hours(23));
    const tomorrow = { token: await mine.tokenAt(portal.world.aqpm.siteKey) };
    expect((await create(portal, {}, tomorrow)).__typename).toBe('CreateUploadSuccess');
  });

  it('for an association as well, whoever sends', async () => {
    const { upload } = await create(portal, {}, member);
    const other = toPublicId('Upload', uuidOf(upload.id));
    const account = (await givenSomebodySignedIn(portal)).accountId;
    await copies(
      other,
      103,
      `'${account}'::uuid, association_id, client_id, 'IMPORT', file_name, ${200 * MEGABYTE}`,
    );

    const refused = await create(portal, {}, await givenSomebodySignedIn(portal));

    expect(refused).toMatchObject({ quota: 'ASSOCIATION_MEGABYTES', limit: 20_480 });
    await rows('delete from upload where account_id = $1', account);
    await copies(other, 5_000, `'${account}'::uuid, association_id, client_id, 'IMPORT', file_name, 1`);
    expect(await create(portal, {}, await givenSomebodySignedIn(portal))).toMatchObject({
      quota: 'ASSOCIATION_FILES_A_DAY',
      limit: 5_000,
      next: { kind: 'WAIT' },
    });
    await rows('delete from upload where account_id = $1', account);
  });

  it('for an association as well: of two people for the last place one gets it', async () => {
    const { upload } = await create(portal, {}, member);
    const limit = 20_480 * MEGABYTE;
    const [held] = await rows(
      'select sum(size)::float8 as used from upload where removed_at is null and (received_at is not null or expires_at > $1)',
      portal.clock.now(),
    );
    const left = limit - Number(held!['used']) - PDF.length - 1;
    const large = 2_000_000_000;
    const account = (await givenSomebodySignedIn(portal)).accountId;
    const fill = (count: number, size: number): Promise<unknown> =>
      copies(upload.id, count, `'${account}'::uuid, association_id, client_id, 'IMPORT', file_name, ${size}`);
    await fill(Math.floor(left / large), large);
    await fill(1, left % large);

    const answers = await atOnce([member], [await givenSomebodySignedIn(portal)]);

    expect(outcomes(answers)).toEqual(['ASSOCIATION_MEGABYTES', 'CreateUploadSuccess']);
  });
});
