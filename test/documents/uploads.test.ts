import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { StaffRole } from '../../src/modules/associations/index.ts';
import { givenOffice, type Office } from '../invitations/operations.ts';
import { minutes } from '../support/fake-clock.ts';
import { givenSomebodySignedIn, type SignedIn } from '../support/given/membership-world.ts';
import { openPortal, type Portal } from '../support/portal.ts';
import { toPublicId } from '../../src/kernel/id.ts';
import {
  anew,
  create,
  here,
  PDF,
  PNG,
  put,
  saidBy,
  seen,
  sent,
  STORE,
  storedOf,
} from './upload-operations.ts';

const MEGABYTE = 1024 * 1024;

describe('sending a file (Z10)', () => {
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

  it('is announced, sent to a signed address, and known by what it holds', async () => {
    const created = await create(portal, { fileName: ' Preuve d’études.pdf ' }, member);

    expect(created).toMatchObject({
      __typename: 'CreateUploadSuccess',
      upload: { state: 'AWAITING', fileName: 'Preuve d’études.pdf', sha256: null, link: null },
      method: 'PUT',
      expiresAt: new Date(portal.clock.now().getTime() + minutes(15)).toISOString(),
    });
    const answer = await put(portal, created, PDF);

    expect(answer.status).toBe(204);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await seen(portal, created.upload.id, member)).toMatchObject({
      state: 'RECEIVED',
      contentType: 'application/pdf',
      sha256: createHash('sha256').update(PDF).digest('hex'),
    });
  });

  it('may be larger than any other body', async () => {
    const scan = Buffer.concat([PDF, Buffer.alloc(5 * MEGABYTE - PDF.length)]);

    expect(await sent(portal, member, scan)).toMatchObject({ state: 'RECEIVED', size: 5 * MEGABYTE });
  });

  it('is announced once by one key', async () => {
    const wanted = { idempotencyKey: 'une-seule-fois' };

    const [first, again] = [await create(portal, wanted, member), await create(portal, wanted, member)];

    expect(again).toEqual(first);
  });

  it('is stored while it comes, whatever its length', async () => {
    const line = Buffer.from(`${'é;'.repeat(21_844)}\r\n`);
    const lines = Math.ceil((30 * MEGABYTE) / line.length);
    const created = await create(
      portal,
      { purpose: 'IMPORT', fileName: 'membres.csv', size: lines * line.length },
      office.asked,
    );
    let early = 0;
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        if (this.sent === lines) {
          for (let tries = 0; early < MEGABYTE && tries < 200; tries++) {
            early = (await storedOf(created.upload.id))[0]?.size ?? 0;
            await pause(10);
          }
          controller.enqueue(new Uint8Array(line));
          controller.close();
        } else controller.enqueue(new Uint8Array(line));
        this.sent++;
      },
      sent: 1,
    } as UnderlyingDefaultSource<Uint8Array> & { sent: number });

    const answer = await put(portal, created, body as BodyInit);

    expect(answer.status).toBe(204);
    expect(early).toBeGreaterThanOrEqual(MEGABYTE);
    expect(await storedOf(created.upload.id)).toEqual([
      expect.objectContaining({ size: lines * line.length }),
    ]);
  });

  it.each([
    [{ size: 0 }, 'size', 'This file is empty.', 'Ce fichier est vide.'],
    [{ size: 5 * MEGABYTE + 1 }, 'size', 'This file is too large: 5 MB at most.', /5\u00A0Mo au plus/],
    [{ fileName: '../preuve.pdf' }, 'fileName', /without a path/, /sans chemin/],
    [{ fileName: '..' }, 'fileName', /without a path/, /sans chemin/],
    [{ contentType: 'text/html' }, 'contentType', /a PDF document/, /un document PDF/],
    [
      { purpose: 'IMPORT', size: 200 * MEGABYTE + 1 },
      'size',
      'This file is too large: 200 MB at most.',
      /200\u00A0Mo au plus/,
    ],
  ])('%j is refused at its field, in both languages', async (input, field, english, french) => {
    for (const [locale, message] of [
      ['en-CA', english],
      ['fr-CA', french],
    ] as const) {
      const { issues } = await create(portal, input, { ...office.asked, locale });
      expect(issues).toEqual([
        {
          path: ['input', field],
          message: typeof message === 'string' ? message : expect.stringMatching(message),
        },
      ]);
    }
  });

  it('of a table for an import is for the staff who may, and another association is as none', async () => {
    const table = { purpose: 'IMPORT', fileName: 'membres.csv', size: 10 };
    const reader = await givenOffice(portal, { role: StaffRole.READER });
    const elsewhere = toPublicId('Association', portal.world.acps.association.id);
    const answers = await Promise.all([
      create(portal, table, member),
      create(portal, table, reader.asked),
      create(portal, { ...table, associationId: elsewhere }, office.asked),
      create(portal, { associationId: elsewhere }, member),
      create(portal, { associationId: 'asc_rien' }, member),
    ]);

    expect(answers.map(({ __typename }) => __typename)).toEqual(Array(5).fill('UploadNotAllowed'));
    expect(answers[0].next.kind).toBe('CONTACT_SUPPORT');
    expect(answers[0].message).toBe('Vous ne pouvez pas envoyer ce fichier à cette association.');
  });

  const table = { purpose: 'IMPORT', fileName: 'membres.csv' };
  it.each([
    ['a program that is called a PDF', {}, Buffer.from('MZ\x90\0'.padEnd(400, 'x'), 'latin1')],
    ['an image where a PDF was announced', { contentType: 'application/pdf' }, PNG],
    ['a page of HTML that is called a PDF', {}, Buffer.from('<html><script>1</script></html>')],
    ['one that is announced as a PDF', { contentType: 'application/pdf' }, Buffer.from('<html></html>')],
    ['a PDF that is called a table', table, PDF],
    ['a table with NUL in it', table, Buffer.from(`nom;courriel\r\n${'x'.repeat(5_000)}\0`)],
    ['a table in no alphabet', table, Buffer.from([0x41, 0x3b, 0x81, 0xe9, 0x0a])],
  ])('refuses %s, and keeps nothing of it', async (_, input, body) => {
    const created = await create(portal, { ...input, size: body.length }, office.asked);

    expect(await saidBy(await put(portal, created, body))).toEqual([
      415,
      'The content of this file is of no accepted type, or not of the one that was announced.',
    ]);

    expect(await storedOf(created.upload.id)).toEqual([]);
    expect((await seen(portal, created.upload.id, office.asked))!.state).toBe('AWAITING');
  });

  it.each([
    ['UTF-8 with its mark', Buffer.from('\uFEFFprénom;né le\nZoé;2001-02-03\n')],
    ['Windows-1252', Buffer.from('pr\xe9nom;n\xe9 le\r\nZo\xe9;2001-02-03\r\n', 'latin1')],
    ['a first word that is the mark of an image', Buffer.from('BM\tnom\n1\tZoé\n')],
  ])('takes a table in %s', async (_, body) => {
    expect(await sent(portal, office.asked, body, table)).toMatchObject({ contentType: 'text/csv' });
  });

  const streamed = (...chunks: Buffer[]): BodyInit => {
    const left = chunks.map(chunk => new Uint8Array(chunk));
    return new ReadableStream<Uint8Array>({
      pull(controller) {
        const chunk = left.shift();
        if (chunk) controller.enqueue(chunk);
        else controller.close();
      },
    }) as BodyInit;
  };
  it.each([
    ['more than was announced', 413, /longer/, () => Buffer.concat([PDF, PDF])],
    ['more than was announced, without saying so', 413, /longer/, () => streamed(PDF, PDF)],
    ['less than was announced', 400, /shorter/, () => PDF.subarray(1)],
    ['less than was announced, without saying so', 400, /shorter/, () => streamed(PDF.subarray(1))],
  ])('refuses %s; after that the right one is still taken', async (_, status, message, body) => {
    const created = await create(portal, {}, member);

    const refused = await saidBy(await put(portal, created, body()));

    expect(refused).toEqual([status, expect.stringMatching(message)]);
    expect(await storedOf(created.upload.id)).toEqual([]);
    expect((await put(portal, created, PDF)).status).toBe(204);
    expect(await storedOf(created.upload.id)).toHaveLength(1);
  });

  it('works by its own signature, in time', async () => {
    const [created, other] = [await create(portal, {}, member), await create(portal, {}, member)];
    const signature = new URL(other.url).search;
    const wrong = [
      { url: `${created.url.slice(0, -1)}${created.url.endsWith('A') ? 'E' : 'A'}` },
      { url: created.url.replace(/\?.*/, signature) },
      { url: created.url.replace(/\?.*/, '') },
      {
        url: created.url.replace(
          /upl_\w+/,
          toPublicId('Upload', '0193c0de-0000-7000-8000-000077182917' as never),
        ),
      },
    ];

    const answers = await Promise.all(wrong.map(async one => saidBy(await put(portal, one, PDF))));
    portal.clock.advance(minutes(15));
    const late = await saidBy(await put(portal, created, PDF));
    ({ member } = await anew(portal, { member, office }));

    expect(answers).toEqual(Array(4).fill([404, 'There is nothing at this address.']));
    expect(late).toEqual([410, 'This address is of no more use. Ask for another one.']);
    expect((await seen(portal, created.upload.id, member))!.state).toBe('EXPIRED');
  });

  it('is for the pages of the site through which it was announced', async () => {
    const [own, foreign] = [portal.world.aqpm.siteOrigin, portal.world.acps.siteOrigin];
    const created = await create(portal, {}, member);
    const preflight = (origin: string): Promise<Response> =>
      fetch(here(portal, created.url), {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'PUT' },
      });

    expect((await preflight(own)).headers.get('access-control-allow-methods')).toBe('GET, PUT');
    expect((await preflight('https://autre.example')).headers.get('access-control-allow-origin')).toBeNull();
    expect((await put(portal, created, PDF, { origin: foreign })).status).toBe(403);
    const taken = await put(portal, created, PDF, { origin: own });
    expect([taken.status, taken.headers.get('access-control-allow-origin')]).toEqual([204, own]);
  });
});
