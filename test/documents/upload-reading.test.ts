import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { rm } from 'node:fs/promises';
import { toPublicId } from '../../src/kernel/id.ts';
import { StaffRole } from '../../src/modules/associations/index.ts';
import {
  keepUpload,
  receivedUpload,
  storedUpload,
  sweepUploads,
  takeOverUploads,
  UploadPurpose,
} from '../../src/modules/documents/index.ts';
import { buffer } from 'node:stream/consumers';
import { givenOffice, type Office } from '../invitations/operations.ts';
import { days, hours, minutes } from '../support/fake-clock.ts';
import { givenSomebodySignedIn, type SignedIn } from '../support/given/membership-world.ts';
import { openPortal, type Asked, type Portal } from '../support/portal.ts';
import {
  anew,
  askedAnew,
  contextOf,
  create,
  here,
  PDF,
  saidBy,
  seen,
  sent,
  STORE,
  storedOf,
  uuidOf,
  type UploadSeen,
} from './upload-operations.ts';

const MEGABYTE = 1024 * 1024;
const CSV = Buffer.from('nom;courriel\nZoé;zoe@exemple.ca\n');
const table = { purpose: 'IMPORT', fileName: 'membres.csv' };

describe('files that were sent (Z10)', () => {
  let portal: Portal;
  let member: SignedIn;
  let office: Office;
  beforeAll(async () => {
    portal = await openPortal();
    member = await givenSomebodySignedIn(portal);
    office = await givenOffice(portal);
  });
  beforeEach(async () => {
    ({ member, office } = await anew(portal, { member, office }));
  });
  afterAll(async () => {
    await portal.close();
    await rm(STORE, { recursive: true, force: true });
  });

  const fetched = ({ link }: UploadSeen, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(here(portal, link!.url), { headers: { 'accept-language': 'en-CA', ...headers } });
  const keep = (id: string): Promise<boolean> =>
    portal.parts.db.transaction(tx => keepUpload(portal.parts, tx, uuidOf(id)));
  const received = async (asked: Asked, id: string, purpose: UploadPurpose) =>
    receivedUpload(await contextOf(portal, asked), id, purpose);
  const rows = (sql: string, ...values: unknown[]): Promise<Record<string, unknown>[]> =>
    portal.parts.db.entities.query(sql, values);

  it('are given back by a link to whoever sent them, to be kept and not to be opened', async () => {
    const upload = await sent(portal, member, PDF, { fileName: 'Preuve d’études (2).exe' });

    const answer = await fetched(upload);

    expect(Buffer.from(await answer.arrayBuffer())).toEqual(PDF);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(PDF.length),
      'content-disposition': `attachment; filename="Preuve d_e_tudes (2).exe.pdf"; filename*=UTF-8''Preuve%20d%E2%80%99%C3%A9tudes%20%282%29.exe.pdf`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; sandbox",
    });
    const trail = await rows(
      'select act, account_id as by from audit_entry where subject_id = $1 order by occurred_at, id',
      uuidOf(upload.id),
    );
    expect(trail.map(({ act }) => act).sort()).toEqual(['createUpload', 'readUpload', 'receiveUpload']);
    expect(trail.find(({ act }) => act === 'readUpload')).toMatchObject({ by: member.accountId });
  });

  it('are asked for again by each download: a link ends with its session, and in five minutes', async () => {
    const mine = await givenSomebodySignedIn(portal);
    const upload = await sent(portal, mine);
    const { link } = upload;
    const [until, other] = [new Date(link!.expiresAt), await sent(portal, member)];
    const later = String(until.getTime() / 1_000 + 1);

    expect(until.getTime() - portal.clock.now().getTime()).toBe(minutes(5));
    const forged = [
      link!.url.replace(/until=\d+/, `until=${later}`),
      link!.url.replace(upload.id, other.id),
      link!.url.replace(/session=[^&]+/, /session=[^&]+/.exec(other.link!.url)![0]),
      `${link!.url}&until=${later}`,
    ];
    for (const url of forged) expect((await fetch(here(portal, url))).status).toBe(404);
    expect((await fetched(upload)).status).toBe(200);
    portal.clock.advance(minutes(5));
    expect(await saidBy(await fetched(upload))).toEqual([
      410,
      'This address is of no more use. Ask for another one.',
    ]);

    const fresh = (await seen(portal, upload.id, mine))!;
    await rows(
      'update session set ended_at = $2, ended_why = $3 where account_id = $1',
      mine.accountId,
      portal.clock.now(),
      'SIGNED_OUT',
    );
    expect((await fetched(fresh)).status).toBe(404);
  });

  it('are nothing to anybody else, until a record uses them and the staff may read it', async () => {
    const upload = await sent(portal, member);
    const reader = await givenOffice(portal, { role: StaffRole.READER });
    const elsewhere = await givenOffice(portal, { body: portal.world.acps });
    const shownTo = async (asked: Asked): Promise<string | undefined> =>
      (await seen(portal, upload.id, asked))?.id;

    expect(await shownTo(await givenSomebodySignedIn(portal))).toBeUndefined();
    expect(await shownTo(office.asked)).toBeUndefined();
    expect(await keep(upload.id)).toBe(true);

    expect(await shownTo(office.asked)).toBe(upload.id);
    expect(await shownTo(reader.asked)).toBeUndefined();
    expect(await shownTo(elsewhere.asked)).toBeUndefined();
    const link = (await seen(portal, upload.id, office.asked))!;
    expect((await fetched(link)).status).toBe(200);
    await rows(
      'update staff_assignment set to_at = $2 where account_id = $1',
      office.account.id,
      portal.clock.now(),
    );
    expect((await fetched(link)).status).toBe(404);
    await rows('update staff_assignment set to_at = null where account_id = $1', office.account.id);
  });

  it('are read by a page of the site alone through which they were asked for', async () => {
    const upload = await sent(portal, member);
    const own = portal.world.aqpm.siteOrigin;

    expect((await fetched(upload, { origin: own })).headers.get('access-control-allow-origin')).toBe(own);
    expect((await fetched(upload, { origin: portal.world.acps.siteOrigin })).status).toBe(403);
  });

  it('are opened by the modules that use them, for their sender and their purpose alone', async () => {
    const upload = await sent(portal, office.asked, CSV, table);
    const colleague = await givenOffice(portal);

    const found = await received(office.asked, upload.id, UploadPurpose.IMPORT);

    expect(found).toMatchObject({ fileName: 'membres.csv', size: CSV.length, sha256: upload.sha256 });
    expect(await buffer(await found!.open())).toEqual(CSV);
    expect(await buffer(await (await storedUpload(portal.parts, found!.id))!.open())).toEqual(CSV);
    const awaited = await create(portal, {}, office.asked);
    expect(await received(office.asked, awaited.upload.id, UploadPurpose.DOCUMENT)).toBeNull();
    expect(await received(office.asked, upload.id, UploadPurpose.DOCUMENT)).toBeNull();
    expect(await received(colleague.asked, upload.id, UploadPurpose.IMPORT)).toBeNull();
    expect(await received(office.asked, 'upl_rien', UploadPurpose.IMPORT)).toBeNull();
  });

  it('of two accounts that become one are of the one that stays', async () => {
    const [other, upload] = [await givenSomebodySignedIn(portal), await sent(portal, member)];

    const moved = await portal.parts.db.transaction(tx =>
      takeOverUploads(portal.parts, tx, { kept: other.accountId, other: member.accountId }),
    );

    expect(moved.uploads).toBeGreaterThan(0);
    expect(await seen(portal, upload.id, member)).toBeNull();
    expect(await seen(portal, upload.id, other)).toMatchObject({ state: 'RECEIVED' });
  });

  it('are swept: what did not come, what nothing uses for 7 days, and tables after 90', async () => {
    const [awaited, unused, used, usedTable] = [
      (await create(portal, {}, member)).upload,
      await sent(portal, member),
      await sent(portal, member),
      await sent(portal, office.asked, CSV, table),
    ];
    await keep(used.id);
    await keep(usedTable.id);
    const id = ({ id: publicId }: Pick<UploadSeen, 'id'>) => uuidOf(publicId);
    const stateIn = async (milliseconds: number): Promise<unknown[]> => {
      portal.clock.advance(milliseconds);
      await sweepUploads(portal.parts);
      const found = [awaited, unused, used, usedTable].map(async upload => {
        const [row] = await rows('select removed_at from upload where id = $1', id(upload));
        return [row && row['removed_at'] === null, (await storedOf(upload.id)).length];
      });
      return Promise.all(found);
    };

    expect(await stateIn(minutes(14))).toEqual([
      [true, 0],
      [true, 1],
      [true, 1],
      [true, 1],
    ]);
    expect(await stateIn(minutes(1))).toEqual([
      [false, 0],
      [true, 1],
      [true, 1],
      [true, 1],
    ]);
    expect(await stateIn(days(7))).toEqual([
      [false, 0],
      [false, 0],
      [true, 1],
      [true, 1],
    ]);
    expect(await keep(unused.id)).toBe(false);
    expect(await stateIn(days(83))).toEqual([
      [undefined, 0],
      [false, 0],
      [true, 1],
      [false, 0],
    ]);
    expect(await stateIn(days(7))).toEqual([
      [undefined, 0],
      [undefined, 0],
      [true, 1],
      [false, 0],
    ]);
  });

  describe('have a quota', () => {
    it('of bytes, which what is announced takes until it expires; of two for the last place one gets it', async () => {
      const mine = await givenOffice(portal);
      const large = { ...table, size: 200 * MEGABYTE };
      for (let i = 0; i < 4; i++) await create(portal, large, mine.asked);

      const answers = await Promise.all([1, 2].map(() => create(portal, large, mine.asked)));

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
      portal.clock.advance(minutes(15));
      const later = await askedAnew(portal, mine);
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
    });
  });
});
