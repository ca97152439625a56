import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { rm } from 'node:fs/promises';
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
import { days, minutes } from '../support/fake-clock.ts';
import { givenSomebodySignedIn, type SignedIn } from '../support/given/membership-world.ts';
import { openPortal, type Asked, type Portal } from '../support/portal.ts';
import {
  anew,
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

  it('of one tree are nothing in another, for their own sender as well', async () => {
    const upload = await sent(portal, member);
    const { siteKey } = portal.world.acps;
    const elsewhere = { clientKey: siteKey, token: await member.tokenAt(siteKey) };

    expect(await seen(portal, upload.id, elsewhere)).toBeNull();
    expect(await received(elsewhere, upload.id, UploadPurpose.DOCUMENT)).toBeNull();
    expect(await received(member, upload.id, UploadPurpose.DOCUMENT)).not.toBeNull();
  });

  it('are read as tables by administrators and by their sender, while they are on the staff', async () => {
    const clerk = await givenOffice(portal);
    const upload = await sent(portal, clerk.asked, CSV, table);
    const head = await givenOffice(portal, { role: StaffRole.ADMIN });
    const shownTo = async ({ asked }: Office): Promise<boolean> =>
      (await seen(portal, upload.id, asked)) !== null;

    expect([await shownTo(clerk), await shownTo(head), await shownTo(office)]).toEqual([true, true, false]);
    const { id } = clerk.account;
    await rows('update staff_assignment set to_at = $2 where account_id = $1', id, portal.clock.now());

    expect(await shownTo(clerk)).toBe(false);
    expect(await received(clerk.asked, upload.id, UploadPurpose.IMPORT)).toBeNull();
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
});
