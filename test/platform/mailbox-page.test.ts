import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify, { type FastifyInstance } from 'fastify';
import {
  createTransport,
  mailboxPage,
  mailWordingEn,
  mailWordingFr,
  openMailbox,
  startMailboxServer,
  type Mailbox,
  type MailboxServer,
  type MailTransport,
} from '../../src/platform/mail/index.ts';
import { createWordings } from '../../src/platform/wording/catalogue.ts';
import { accessibilityFaults, openBrowser, type TestBrowser } from '../support/browser.ts';
import { FakeClock, minutes } from '../support/fake-clock.ts';

const LEA = 'lea@courriel.example';
const MARC = 'marc@courriel.example';

interface Listed {
  readonly mails: readonly {
    id: string;
    to: string[];
    subject: string;
    links: string[];
    text: string;
    locale: string;
  }[];
}

describe('The mailbox of a test realm (E20)', () => {
  const clock = new FakeClock();
  let folder: string;
  let mailbox: Mailbox;
  let smtp: MailboxServer;
  let transport: MailTransport;
  let server: FastifyInstance;
  let browser: TestBrowser;
  let url: string;
  /** The site that mails link to, and the paths that were asked of it. */
  let site: Server;
  let link: string;
  const visits: string[] = [];

  const open = (): Promise<Mailbox> => openMailbox(join(folder, 'mailbox'), { clock, random: randomBytes });
  const send = (
    to: string,
    subject: string,
    html = `<html><head></head><body><a href="${link}">Ouvrir</a></body></html>`,
  ) =>
    transport.send({
      messageId: `<${randomBytes(8).toString('hex')}@adhesion.example>`,
      date: clock.now(),
      from: { name: 'AQPM', address: 'info@aqpm.example' },
      to: { name: '', address: to },
      replyTo: { name: '', address: 'aide@aqpm.example' },
      locale: 'fr-CA',
      subject,
      text: `Votre code : K7QM-4XRD\n\n${link}\n`,
      html,
    });
  const get = async (path: string, language = 'fr-CA') => {
    const response = await fetch(url + path, { headers: { 'accept-language': language } });
    return { status: response.status, headers: response.headers, body: await response.text() };
  };
  const list = async (query = ''): Promise<Listed['mails']> =>
    (JSON.parse((await get(`/dev/mailbox.json${query}`)).body) as Listed).mails;

  beforeAll(async () => {
    site = createServer((request, response) => {
      visits.push(request.url ?? '');
      response.end('here');
    });
    await once(site.listen(0, '127.0.0.1'), 'listening');
    link = `http://127.0.0.1:${(site.address() as AddressInfo).port}/invitation#code=K7QM-4XRD`;
    folder = await mkdtemp(join(tmpdir(), 'affilia-mailbox-'));
    mailbox = await open();
    smtp = await startMailboxServer(mailbox);
    transport = createTransport(smtp.url);
    server = Fastify();
    await server.register(
      mailboxPage({ mailbox, wordings: createWordings([{ fr: mailWordingFr, en: mailWordingEn }]) }),
    );
    url = await server.listen({ port: 0, host: '127.0.0.1' });
    browser = await openBrowser();
  });

  afterAll(async () => {
    await browser.close();
    await server.close();
    transport.close();
    await smtp.close();
    site.close();
    await rm(folder, { recursive: true, force: true });
  });

  test('says in both languages that no mail came yet', async () => {
    const french = await get('/dev/mailbox', 'fr');
    const english = await get('/dev/mailbox', 'en-US,fr;q=0.5');

    expect(french.body).toContain('Aucun courriel pour l’instant');
    expect(french.body).toContain('<html lang="fr-CA">');
    expect(english.body).toContain('No mail yet');
    expect(english.headers.get('content-language')).toBe('en-CA');
    expect(english.headers.get('vary')).toBe('Accept-Language');
  });

  test('shows the newest mail first, and on request that of one recipient', async () => {
    await send(LEA, 'Premier');
    await send(MARC, 'Deuxième');
    clock.advance(minutes(1));
    await send(LEA, 'Troisième');

    expect((await list()).map(mail => mail.subject)).toEqual(['Troisième', 'Deuxième', 'Premier']);
    expect((await list('?to=LEA')).map(mail => mail.subject)).toEqual(['Troisième', 'Premier']);
    expect((await get('/dev/mailbox?to=marc')).body).toContain('Deuxième');
    expect((await get('/dev/mailbox?to=marc')).body).not.toContain('Troisième');
    expect((await get('/dev/mailbox?to=nobody')).body).toContain(
      'Aucun courriel à «\u00A0nobody\u00A0» pour l’instant.',
    );
  });

  test('gives tools the text and its links', async () => {
    const [newest] = await list('?to=lea');

    expect(newest).toMatchObject({ to: [LEA], locale: 'fr-CA', links: [link] });
    expect(newest?.text).toContain('K7QM-4XRD');
  });

  test('a mail shows who, to whom, what, and a link that can be followed', async () => {
    const [newest] = await list('?to=lea');

    const { body } = await get(`/dev/mailbox/${newest!.id}`);

    expect(body).toContain('AQPM &lt;info@aqpm.example&gt;');
    expect(body).toContain(LEA);
    expect(body).toContain('<h1>Troisième</h1>');
    expect(body).toContain(`<a href="${link}">`);
  });

  test('keeps mail for its owner alone, and for the next start', async () => {
    const directory = join(folder, 'mailbox');
    const [file] = await readdir(directory);

    expect((await stat(directory)).mode & 0o777).toBe(0o700);
    expect((await stat(join(directory, file!))).mode & 0o777).toBe(0o600);
    expect(await (await open()).list()).toHaveLength(3);
  });

  test.each(['nothing', '..%2f..%2fetc%2fpasswd', '1795300000000-000000-00000000', '%00'])(
    'a mail that is not there is not found (%s)',
    async id => {
      const { status, body } = await get(`/dev/mailbox/${id}`);

      expect(status).toBe(404);
      expect(body).toContain('Ce courriel n’est pas ici');
    },
  );

  test('no mail runs anything, reaches anyone or becomes part of the page', async () => {
    const hostile = `<script>document.title="taken"</script><img src="${link.replace('invitation', 'spy')}"></iframe>"><b>free</b>`;
    await send('"x"@courriel.example', hostile, `<html><head></head><body>${hostile}</body></html>`);
    const [newest] = await list();
    const page = await browser.open();

    await page.goto(`${url}/dev/mailbox/${newest!.id}`);
    await page.waitForLoadState('networkidle');

    expect(await page.title()).toContain('<script>');
    expect(await page.locator('b').count()).toBe(0);
    expect(visits).toEqual([]);
    expect((await get('/dev/mailbox')).headers.get('content-security-policy')).toContain(
      "default-src 'none'",
    );
    await page.context().close();
  });

  test.each<['fr-CA' | 'en-CA', string]>([
    ['fr-CA', 'Filtrer'],
    ['en-CA', 'Filter'],
  ])(
    'is walked by keyboard alone at 320 pixels, without a fault that axe knows (%s)',
    async (locale, filter) => {
      const page = await browser.open({ locale, width: 320 });
      await page.goto(`${url}/dev/mailbox`);
      const listFaults = await accessibilityFaults(page);

      await page.getByRole('textbox').focus();
      await page.keyboard.type('lea');
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(filter);
      await page.keyboard.press('Enter');
      await page.getByRole('link', { name: 'Troisième' }).focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/dev\/mailbox\/\d/);

      expect(listFaults).toEqual([]);
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      await page.context().close();
    },
  );

  test('the mail as drawn has links that open the real page beside it', async () => {
    const [newest] = await list('?to=lea');
    const page = await browser.open();
    await page.goto(`${url}/dev/mailbox/${newest!.id}`);

    const [opened] = await Promise.all([
      page.waitForEvent('popup'),
      page.frameLocator('iframe').getByRole('link', { name: 'Ouvrir' }).click(),
    ]);

    expect(opened.url()).toBe(link);
    expect(visits).toEqual(['/invitation']);
    await page.context().close();
  });
});
