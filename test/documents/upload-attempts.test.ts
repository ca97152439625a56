import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { PassThrough } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { sweepUploads } from '../../src/modules/documents/index.ts';
import { claim, stayAlive } from '../../src/modules/documents/upload-attempt.ts';
import { UploadEntity } from '../../src/modules/documents/upload.entity.ts';
import { givenOffice, type Office } from '../invitations/operations.ts';
import { minutes, seconds } from '../support/fake-clock.ts';
import { givenSomebodySignedIn, type SignedIn } from '../support/given/membership-world.ts';
import { openPortal, type Portal } from '../support/portal.ts';
import {
  anew,
  create,
  here,
  PDF,
  put,
  saidBy,
  seen,
  STORE,
  storedOf,
  uuidOf,
  type Result,
} from './upload-operations.ts';

describe('an attempt to send a file (Z10)', () => {
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

  it('works once: of two at the same time one is taken, and none after that', async () => {
    const created = await create(portal, {}, member);

    const [one, other] = await Promise.all([put(portal, created, PDF), put(portal, created, PDF)]);

    expect([one.status, other.status].sort()).toEqual([204, 409]);
    expect(await saidBy(await put(portal, created, PDF, { 'accept-language': 'fr-CA' }))).toEqual([
      409,
      'Ce fichier est déjà reçu, ou en train de l’être.',
    ]);
    expect(await storedOf(created.upload.id)).toHaveLength(1);
  });

  it('leaves nothing half when the line is cut, and can be tried again', async () => {
    const created = await create(portal, {}, member);
    const half = request(here(portal, created.url), {
      method: 'PUT',
      headers: { 'content-length': PDF.length },
    });
    half.on('error', () => undefined);
    half.write(PDF.subarray(0, 20));
    for (let tries = 0; (await storedOf(created.upload.id)).length === 0 && tries < 100; tries++)
      await pause(10);

    half.destroy();

    let status = 409;
    for (let tries = 0; status === 409 && tries < 500; tries++) {
      status = (await put(portal, created, PDF)).status;
      await pause(10);
    }
    expect(status).toBe(204);
    expect(await storedOf(created.upload.id)).toEqual([expect.objectContaining({ size: PDF.length })]);
  });

  /** Bytes that come when the test says so. */
  async function begun(
    created: Result,
  ): Promise<{ go(from: number, to?: number): void; answer: Promise<Response> }> {
    let line!: ReadableStreamDefaultController<Uint8Array>;
    const body = new ReadableStream<Uint8Array>({ start: controller => void (line = controller) });
    const answer = put(portal, created, body);
    const go = (from: number, to = PDF.length): void => {
      line.enqueue(new Uint8Array(PDF.subarray(from, to)));
      if (to === PDF.length) line.close();
    };
    go(0, 20);
    for (let tries = 0; (await storedOf(created.upload.id)).length === 0 && tries < 100; tries++)
      await pause(10);
    return { go, answer };
  }
  const leaseOf = async ({ upload }: Result): Promise<Date | null | undefined> =>
    (await portal.parts.db.entities.findOneBy(UploadEntity, { id: uuidOf(upload.id) }))?.receivingUntil;

  it('may take long: while bytes come, neither the sweep nor another one ends it', async () => {
    const created = await create(portal, {}, member);
    const { go, answer } = await begun(created);
    const others: number[] = [];

    for (let sentBytes = 20; sentBytes < 30; sentBytes++) {
      portal.clock.advance(seconds(110));
      const until = await leaseOf(created);
      go(sentBytes, sentBytes + 1);
      for (let tries = 0; (await leaseOf(created))?.getTime() === until?.getTime() && tries < 100; tries++)
        await pause(10);
      await sweepUploads(portal.parts);
      others.push((await put(portal, created, PDF)).status);
    }
    ({ member } = await anew(portal, { member, office }));
    const meanwhile = (await seen(portal, created.upload.id, member))!.state;
    go(30);

    expect(new Date(created.expiresAt) < portal.clock.now()).toBe(true);
    expect(others).toEqual([...Array<number>(8).fill(409), 410, 410]);
    expect([meanwhile, (await answer).status]).toEqual(['AWAITING', 204]);
    expect((await seen(portal, created.upload.id, member))!.state).toBe('RECEIVED');
  });

  it.each([
    ['another one', async (created: Result) => (await put(portal, created, PDF)).status, 409, 1],
    ['the sweep', async () => (portal.clock.advance(minutes(15)), sweepUploads(portal.parts)), 410, 0],
  ])('on which nothing comes is ended by %s, and is then too late', async (_, end, status, kept) => {
    const created = await create(portal, {}, member);
    const { go, answer } = await begun(created);
    if (kept > 0) expect((await put(portal, created, PDF)).status).toBe(409);

    portal.clock.advance(seconds(120));
    const ended = await end(created);
    go(20);

    if (kept > 0) expect(ended).toBe(204);
    expect((await answer).status).toBe(status);
    expect(await storedOf(created.upload.id)).toHaveLength(kept);
  });

  it('begins where the one in its way is given up while it looks at what that is', async () => {
    const id = uuidOf((await create(portal, {}, member)).upload.id);
    await claim(portal.parts, id);
    const { db } = portal.parts;
    const slow = Object.create(db, {
      read: {
        value: async (...asked: Parameters<typeof db.read>) => {
          await db.entities.update(UploadEntity, { id }, { receivingUntil: null });
          return db.read(...asked);
        },
      },
    }) as typeof db;

    expect(await claim({ ...portal.parts, db: slow }, id)).toBe(2);
  });

  it('that was given up is not taken up again by bytes that come late', async () => {
    const created = await create(portal, {}, member);
    const id = uuidOf(created.upload.id);
    const attempt = await claim(portal.parts, id);
    const body = new PassThrough();
    const lost = new Promise<unknown>(resolve => stayAlive(portal.parts, { id, attempt, body }, resolve));
    await portal.parts.db.entities.query('update upload set receiving_until = null where id = $1', [id]);

    portal.clock.advance(seconds(60));
    body.write('late');

    expect(await lost).toMatchObject({ wordingKey: 'Fault.BAD_REQUEST.UPLOAD_OVER' });
    expect(await leaseOf(created)).toBeNull();
  });

  it('is not offered by a process that can store nothing', async () => {
    const ready = async (): Promise<unknown> => (await fetch(`${portal.url}/readyz`)).json();
    await mkdir(STORE, { recursive: true });
    await rename(STORE, `${STORE}-away`);
    await writeFile(STORE, '');

    portal.clock.advance(seconds(11));
    const meanwhile = await ready();
    const created = await create(portal, {}, member);
    const refused = await put(portal, created, PDF);
    await rm(STORE);
    await rename(`${STORE}-away`, STORE);

    expect(meanwhile).toEqual({
      status: 'STORAGE_NOT_WRITABLE',
      text: expect.stringMatching(/written to the directory of STORAGE_URL/),
    });
    expect(refused.status).toBe(503);
    portal.clock.advance(seconds(11));
    expect(await ready()).toEqual({ status: 'READY' });
    expect((await put(portal, created, PDF)).status).toBe(204);
  });
});
