import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { newId } from '../../src/kernel/id.ts';
import type { Parts } from '../../src/platform/context.ts';
import type { Job } from '../../src/platform/jobs/job.ts';
import { runDueJobs } from '../../src/platform/jobs/worker.ts';
import {
  createTransport,
  defineDelivery,
  defineLetter,
  mailWordingEn,
  mailWordingFr,
  queueMail,
  type MailOrder,
  type MailTransport,
  type Sender,
} from '../../src/platform/mail/index.ts';
import { createWordings } from '../../src/platform/wording/catalogue.ts';
import { openDatabase, type TestDatabase } from '../support/database.ts';
import { days, hours, minutes, seconds } from '../support/fake-clock.ts';
import { openSmtpMailbox, type SmtpMailbox } from '../support/smtp.ts';

interface MailRow {
  readonly id: string;
  readonly state: string;
  readonly subject: string | null;
  readonly sealed_secret: Buffer | null;
  readonly attempts: number;
  readonly last_fault: string | null;
  readonly settled_at: Date | null;
}

const LEA = 'lea.tremblay@courriel.example';
const CODE = 'K7QM-4XRD-9TPW';

const welcome = defineLetter<{ name: string }>('welcome', ({ values, secret }) => ({
  subject: `Bienvenue, ${values.name}`,
  parts: [
    { kind: 'CODE', label: 'Code', code: secret },
    { kind: 'ACTION', label: 'Ouvrir', url: `http://localhost:4001/invitation#code=${secret}` },
  ],
}));
const unwritable = defineLetter('unwritable', () => {
  throw new Error('this letter cannot be written');
});

describe('Mail delivery (E20)', () => {
  let database: TestDatabase;
  let owner: Client;
  let smtp: SmtpMailbox;
  let parts: Parts;
  let transport: MailTransport;
  let delivery: Job<{ mailId: string }>;
  let sender: Sender;

  beforeAll(async () => {
    database = await openDatabase();
    owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
  });

  afterAll(async () => {
    await owner.end();
    await database.close();
  });

  beforeEach(async () => {
    database.clock.setTo('2026-11-22T15:00:00Z');
    await owner.query('delete from mail');
    await owner.query('delete from graphile_worker._private_jobs');
    smtp = await openSmtpMailbox();
    parts = {
      ...database,
      wordings: createWordings([{ fr: mailWordingFr, en: mailWordingEn }]),
      settings: { publicUrl: 'https://adhesion.example' },
    } as unknown as Parts;
    sender = {
      name: 'AQPM – Adhésion',
      address: 'info@aqpm.example',
      postalAddress: '1470, rue Peel\nMontréal (Québec)  H3A 1T1',
      supportEmail: 'aide@aqpm.example',
      supportPhone: '+15143978600',
      website: 'https://aqpm.example',
      colour: '#5b2a86',
      textColour: '#ffffff',
    };
    transport = createTransport(smtp.url);
    delivery = defineDelivery({
      letters: [welcome, unwritable],
      transport,
      from: null,
      senderOf: () => Promise.resolve(sender),
    });
  });

  afterEach(async () => {
    transport.close();
    await smtp.close();
  });

  const order = (more: Partial<MailOrder<{ name: string }>> = {}): Promise<{ readonly mailId: string }> =>
    database.db.transaction(tx =>
      queueMail(parts, tx, {
        letter: welcome,
        to: LEA,
        locale: 'fr-CA',
        associationId: newId(database.clock, database.random),
        values: { name: 'Léa' },
        secret: CODE,
        ...more,
      }),
    );
  const runDue = (): Promise<void> => runDueJobs(parts, { connectionString: database.url, jobs: [delivery] });
  const row = async (mailId: string): Promise<MailRow> => {
    const { rows } = await owner.query<MailRow>('select * from mail where id = $1', [mailId]);
    return rows[0]!;
  };

  describe('in the ordinary case', () => {
    test('the person gets the code and the link, from the association, in their language', async () => {
      const { mailId } = await order();

      await runDue();

      const mail = smtp.lastTo(LEA);
      expect(smtp.mails).toHaveLength(1);
      expect(mail.subject).toBe('Bienvenue, Léa');
      expect(mail.message.from).toMatchObject({ name: 'AQPM – Adhésion', address: 'info@aqpm.example' });
      expect(mail.message.replyTo).toMatchObject([{ address: 'aide@aqpm.example' }]);
      expect(mail.text).toContain(CODE);
      expect(mail.html).toContain(CODE);
      expect(mail.links).toContain(`http://localhost:4001/invitation#code=${CODE}`);
      expect(mail.header('Message-ID')).toBe(`<${mailId}@adhesion.example>`);
      expect(mail.header('Content-Language')).toBe('fr-CA');
      expect(mail.header('Auto-Submitted')).toBe('auto-generated');
      expect(mail.header('Content-Type')).toContain('multipart/alternative');
    });

    test('a mail server that allows one address only sees that one, and answers still reach the association', async () => {
      const from = 'adhesion@realm.example';
      delivery = defineDelivery({
        letters: [welcome],
        transport,
        from,
        senderOf: () => Promise.resolve(sender),
      });
      await order();

      await runDue();

      const mail = smtp.lastTo(LEA);
      expect(mail.from).toBe(from);
      expect(mail.message.from).toMatchObject({ name: 'AQPM – Adhésion', address: from });
      expect(mail.message.replyTo).toMatchObject([{ address: 'aide@aqpm.example' }]);
    });

    test('the secret is sealed while it waits, and gone once it was handed over', async () => {
      const { mailId } = await order();
      const waiting = await row(mailId);

      await runDue();

      expect(waiting).toMatchObject({ state: 'QUEUED', subject: null });
      expect(waiting.sealed_secret?.toString('latin1')).not.toContain(CODE);
      expect(await row(mailId)).toMatchObject({
        state: 'SENT',
        subject: 'Bienvenue, Léa',
        sealed_secret: null,
        last_fault: null,
        settled_at: database.clock.now(),
      });
    });

    test('no job and no row of the queue holds the code', async () => {
      await order();

      const { rows } = await owner.query<{ everything: string }>(
        `select coalesce(string_agg(j::text, ''), '') || (select string_agg(m::text, '') from mail m) as everything
         from graphile_worker._private_jobs j`,
      );

      expect(rows[0]!.everything).not.toContain(CODE);
    });

    test('a change that is rolled back sends nothing', async () => {
      await database.db
        .transaction(async tx => {
          await queueMail(parts, tx, {
            letter: welcome,
            to: LEA,
            locale: 'fr-CA',
            associationId: newId(database.clock, database.random),
            values: { name: 'Léa' },
          });
          throw new Error('refused');
        })
        .catch(() => undefined);

      await runDue();

      expect(smtp.mails).toEqual([]);
    });
  });

  describe('once', () => {
    test('two workers at the same mail send it once', async () => {
      const { mailId } = await order();
      const letGo = smtp.hold();

      const first = delivery.run(parts, { mailId });
      await new Promise(resolve => setTimeout(resolve, 300));
      await delivery.run(parts, { mailId });
      letGo();
      await first;
      database.clock.advance(minutes(2));
      await runDue();

      expect(smtp.to(LEA)).toHaveLength(1);
      expect(await row(mailId)).toMatchObject({ state: 'SENT', attempts: 1 });
    });

    test('ten workers at once send it once', async () => {
      const { mailId } = await order();

      await Promise.all(Array.from({ length: 10 }, () => delivery.run(parts, { mailId })));
      database.clock.advance(minutes(2));
      await runDue();

      expect(smtp.to(LEA)).toHaveLength(1);
    });

    test('a job that runs again after the mail was sent does nothing', async () => {
      const { mailId } = await order();
      await runDue();

      await delivery.run(parts, { mailId });

      expect(smtp.to(LEA)).toHaveLength(1);
    });

    test('a mail whose worker died is sent by another within the minute, under the same Message-ID', async () => {
      const { mailId } = await order();
      await owner.query(`update mail set attempts = 1, claimed_until = $2 where id = $1`, [
        mailId,
        new Date(database.clock.now().getTime() + seconds(45)),
      ]);

      await runDue();
      const meanwhile = [...smtp.mails];
      database.clock.advance(seconds(45));
      await runDue();

      expect(meanwhile).toEqual([]);
      expect(smtp.lastTo(LEA).header('Message-ID')).toBe(`<${mailId}@adhesion.example>`);
    });
  });

  describe('when the mail server does not take it', () => {
    test('for now: it waits and is sent later', async () => {
      const { mailId } = await order();
      smtp.refuseNext(451, '4.7.1 greylisted, try again, lea.tremblay@courriel.example');

      await runDue();
      const deferred = await row(mailId);
      await runDue();
      const tooEarly = [...smtp.mails];
      database.clock.advance(seconds(30));
      await runDue();

      expect(deferred).toMatchObject({
        state: 'DEFERRED',
        attempts: 1,
        last_fault: '451 4.7.1',
        settled_at: null,
      });
      expect(deferred.sealed_secret).not.toBeNull();
      expect(tooEarly).toEqual([]);
      expect(smtp.lastTo(LEA).text).toContain(CODE);
      expect(await row(mailId)).toMatchObject({ state: 'SENT', attempts: 2, sealed_secret: null });
    });

    test('for good: it is given up at once, the secret erased, and no address is kept', async () => {
      const { mailId } = await order();
      smtp.refuseNext(550, '5.1.1 lea.tremblay@courriel.example: no such user');

      await runDue();
      database.clock.advance(days(1));
      await runDue();

      expect(smtp.mails).toEqual([]);
      expect(await row(mailId)).toMatchObject({
        state: 'BOUNCED',
        attempts: 1,
        sealed_secret: null,
        last_fault: '550 5.1.1',
      });
    });

    test('for good, after it read the content', async () => {
      const { mailId } = await order();
      smtp.refuseNext(554, 'transaction failed', { at: 'CONTENT' });

      await runDue();

      expect(await row(mailId)).toMatchObject({ state: 'BOUNCED', last_fault: '554' });
    });

    test('because it is not there: the mail outlives the outage', async () => {
      const { mailId } = await order();
      const { url } = smtp;
      await smtp.close();

      await runDue();
      const during = await row(mailId);

      expect(during).toMatchObject({ state: 'DEFERRED', attempts: 1 });
      expect(during.last_fault).toMatch(/^E[A-Z]+$/);
      expect(url).not.toContain('@');
      smtp = await openSmtpMailbox();
      transport.close();
      transport = createTransport(smtp.url);
      delivery = defineDelivery({
        letters: [welcome],
        transport,
        from: null,
        senderOf: () => Promise.resolve(sender),
      });
      database.clock.advance(seconds(30));
      await runDue();
      expect(await row(mailId)).toMatchObject({ state: 'SENT' });
    });

    test('three days long: it is given up', async () => {
      const { mailId } = await order();
      smtp.refuseNext(421, '4.3.2 not now', { times: 30 });

      for (let i = 0; i < 10; i++) {
        await runDue();
        database.clock.advance(hours(8));
      }

      const given = await row(mailId);
      expect(given).toMatchObject({ state: 'BOUNCED', sealed_secret: null, last_fault: '421 4.3.2' });
      expect(given.settled_at!.getTime() - Date.parse('2026-11-22T15:00:00Z')).toBe(hours(72));
    });
  });

  describe('when it is no longer worth sending', () => {
    test('a mail whose code has expired is not sent, and the code is erased', async () => {
      const sendBefore = new Date(database.clock.now().getTime() + hours(1));
      const { mailId } = await order({ sendBefore });
      database.clock.advance(hours(1));

      await runDue();

      expect(smtp.mails).toEqual([]);
      expect(await row(mailId)).toMatchObject({ state: 'CANCELLED', sealed_secret: null });
    });

    test('a deferred mail does not outlive its code', async () => {
      const sendBefore = new Date(database.clock.now().getTime() + seconds(10));
      const { mailId } = await order({ sendBefore });
      smtp.refuseNext(451);

      await runDue();
      database.clock.advance(seconds(10));
      await runDue();

      expect(await row(mailId)).toMatchObject({ state: 'CANCELLED', sealed_secret: null, last_fault: '451' });
    });

    test('a mail cancelled while it waited is not sent', async () => {
      const { mailId } = await order();
      await owner.query(`update mail set state = 'CANCELLED', sealed_secret = null where id = $1`, [mailId]);

      await runDue();

      expect(smtp.mails).toEqual([]);
    });
  });

  describe('with hostile values', () => {
    test('no name adds a header or a recipient', async () => {
      sender = { ...sender, name: 'Evil"\r\nBcc: everyone@evil.example\r\n, <x@evil.example>' };
      await order({ values: { name: 'Léa\r\nBcc: everyone@evil.example' } });

      await runDue();

      const mail = smtp.lastTo(LEA);
      expect(mail.to).toEqual([LEA]);
      expect(mail.header('Bcc')).toBeNull();
      expect(mail.message.from).toMatchObject({ address: 'info@aqpm.example' });
      expect(mail.subject).toBe('Bienvenue, Léa Bcc: everyone@evil.example');
    });

    test.each([
      'a@courriel.example, b@evil.example',
      'a@courriel.example\r\nRCPT TO:<b@evil.example>',
      '<a@courriel.example>',
      'nobody',
    ])('what is not one plain address is never sent to (%j)', async to => {
      const { mailId } = await order({ to });

      await runDue();

      expect(smtp.mails).toEqual([]);
      expect(await row(mailId)).toMatchObject({
        state: 'BOUNCED',
        last_fault: 'ADDRESS',
        sealed_secret: null,
      });
    });

    test('an address with accents arrives as it was written', async () => {
      await order({ to: 'zoé@courriel.example' });

      await runDue();

      expect(smtp.mails.map(mail => mail.to)).toEqual([['zoé@courriel.example']]);
    });
  });

  describe('when the fault is ours', () => {
    test('a letter that cannot be written is told, kept, and given up in the end', async () => {
      const { mailId } = await order({ letter: unwritable });

      await expect(runDue()).rejects.toThrow('this letter cannot be written');
      const kept = await row(mailId);
      database.clock.advance(days(3));
      await expect(runDue()).rejects.toThrow('this letter cannot be written');

      expect(kept).toMatchObject({ state: 'QUEUED' });
      expect(await row(mailId)).toMatchObject({
        state: 'BOUNCED',
        last_fault: 'LETTER',
        sealed_secret: null,
      });
    });

    test('a mail that does not exist is a fault, not a silence', async () => {
      const mailId = newId(database.clock, database.random);

      await expect(delivery.run(parts, { mailId })).rejects.toThrow('no such mail');
    });

    test('two letters of one name stop the start', () => {
      expect(() =>
        defineDelivery({
          letters: [welcome, welcome],
          transport,
          from: null,
          senderOf: () => Promise.resolve(sender),
        }),
      ).toThrow('two letters share a name');
    });
  });
});
