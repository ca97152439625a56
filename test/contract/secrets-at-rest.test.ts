import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PASSWORD } from '../accounts/given-account.ts';
import { givenOffice, newAddress, type Office } from '../invitations/operations.ts';
import { openPortal, type Portal } from '../support/portal.ts';
import { provesItself } from './factor-walk.ts';
import { letsOthersPay } from './pay-link-walk.ts';
import { recordLog } from './recorded-log.ts';
import { quickDigestsOf, spellingsOf } from './secret-spellings.ts';
import {
  completesByLetter,
  draftTo,
  invitationsEnd,
  livesWithIt,
  opensAnAccount,
  PASSWORDS,
  recovers,
} from './secret-walk.ts';
import { openTables, type TableReader } from './table-contents.ts';
import { openWatch, type Watch } from './watch.ts';

describe('after a whole walk no secret lies about in clear', () => {
  const recorded = recordLog();
  let portal: Portal;
  let tables: TableReader;
  let office: Office;
  let watch: Watch;
  beforeAll(async () => {
    portal = await openPortal({ log: recorded.log });
    tables = await openTables(portal);
    watch = openWatch(portal, tables);
    for (const [name, password] of Object.entries({ ...PASSWORDS, usual: PASSWORD }))
      watch.keep(`${name} password`, password);
    for (const { toolKey } of [portal.world.aqpm, portal.world.acps, portal.world.icu])
      watch.keep('tool key', toolKey);
    office = await givenOffice(portal);
    watch.keep('access token', office.asked.token!);

    const walker = { portal, office, watch };
    const address = await opensAnAccount(walker);
    await completesByLetter(walker);
    await livesWithIt(walker, address);
    await recovers(walker);
    await invitationsEnd(walker);
    await provesItself(walker);
    await letsOthersPay(walker);
  }, 90_000);
  afterAll(async () => {
    await tables.close();
    await portal.close();
  });

  const count = async (condition: string): Promise<number> => {
    const [row] = await portal.parts.db.entities.query<{ count: number }[]>(
      `select count(*)::int as count from mail where ${condition}`,
    );
    return row!.count;
  };

  const found = (texts: Iterable<string>, sought = watch.secrets): string[] => {
    const wanted = [...sought].flatMap(([name, secret]) =>
      spellingsOf(secret).map(spelled => [name, spelled] as const),
    );
    return [...texts].flatMap(text =>
      wanted.filter(([, spelled]) => text.includes(spelled)).map(([name, spelled]) => `${name} ${spelled}`),
    );
  };

  it('in any column of any table, the queue’s included, at any moment of the walk', () => {
    const { held } = watch;
    expect([...held.keys()]).toEqual(
      expect.arrayContaining(['public.account', 'public.mail', 'graphile_worker._private_jobs']),
    );
    expect(held.get('public.idempotency_key')!.size).toBeGreaterThan(20);
    expect(held.get('graphile_worker._private_jobs')!.size).toBeGreaterThan(20);
    expect(watch.secrets.size).toBeGreaterThan(30);
    // What may lie there is found there: the search works.
    const publishable = new Map([['site key', portal.world.aqpm.siteKey]]);
    expect(found(held.get('public.client')!, publishable)).not.toEqual([]);

    const lying = [...held].flatMap(([name, texts]) => found(texts).map(what => `${name}: ${what}`));
    expect(lying).toEqual([]);
    const guessable = [...held].flatMap(([name, texts]) =>
      [...Object.values(PASSWORDS), PASSWORD]
        .flatMap(quickDigestsOf)
        .filter(digest => [...texts].some(text => text.includes(digest)))
        .map(digest => `${name}: ${digest}`),
    );
    expect(guessable).toEqual([]);
    expect([...held.get('public.account')!].some(text => text.startsWith('$argon2id$'))).toBe(true);
    expect([...held.get('public.signing_key')!].filter(text => /"d"\s*:/.test(text))).toEqual([]);
  });

  it('in any line of the log, as it was said and as it was written', () => {
    expect(recorded.said.length).toBeGreaterThan(50);
    expect(recorded.written.length).toBeGreaterThan(50);

    expect(found([...recorded.said, ...recorded.written].map(line => line.toLowerCase()))).toEqual([]);
  });

  it('in any answer but the session that a person opens, the second factor that they add, the list of letters, and the link that they make', () => {
    const sessions =
      /"session":\{"accessToken":"[^"]+","accessTokenExpiresAt":"[^"]+","refreshToken":"[^"]+"(?:,"deviceToken":(?:"[^"]+"|null))?\}|"session":\{"accessToken":"[^"]+","refreshToken":"[^"]+"(?:,"deviceToken":(?:"[^"]+"|null))?\}/g;
    const factors =
      /"(?:secret|uri|challenge)":"[^"]+"|"passkeyOptions":"(?:[^"\\]|\\.)*"|"recoveryCodes":\[[^\]]*\]|"csv":"(?:[^"\\]|\\.)*"/g;
    const links = /"token":"[^"]+","url":(?:"[^"]+"|null)/g;
    const withLink = watch.answers.filter(({ text }) => text.search(links) >= 0);
    expect(new Set(withLink.map(({ operation }) => operation))).toEqual(new Set(['createPayLink']));
    const withFactor = watch.answers.filter(({ text }) => text.search(factors) >= 0);
    expect([...new Set(withFactor.map(({ operation }) => operation))].sort()).toEqual([
      'confirmTotp',
      'enrollTotp',
      'exportCompletionLinks',
      'regenerateRecoveryCodes',
      'signIn',
    ]);
    const withSession = watch.answers
      .filter(({ text }) => text.search(sessions) >= 0)
      .map(({ operation }) => operation);
    expect([...new Set(withSession)].sort()).toEqual([
      'acceptInvitationWithNewAccount',
      'changePassword',
      'completeFirstAccess',
      'refreshSession',
      'signIn',
      'verifySecondFactor',
    ]);

    const rest = watch.answers.map(({ text, headers }) =>
      `${text.replaceAll(sessions, '').replaceAll(factors, '').replaceAll(links, '')} ${headers}`.toLowerCase(),
    );
    expect(found(rest)).toEqual([]);
  });

  it('in any mail but that to whom it belongs, and there in the fragment of a link and as a code to type', () => {
    const parts = portal.mailbox.mails.map(mail => ({
      mail,
      words: `${mail.subject} ${mail.text} ${mail.html}`,
      head: [mail.subject, ...mail.message.headers.map(({ key, value }) => `${key}: ${value}`)].join('\n'),
      addresses: mail.links.map(link => link.split('#')[0]!),
    }));
    const receivers = new Map<string, Set<string>>();
    for (const [name, secret] of watch.secrets)
      for (const { mail, words } of parts)
        if (words.includes(secret))
          receivers.set(name, (receivers.get(name) ?? new Set()).add(mail.to.join()));

    expect(found(parts.map(({ head, addresses }) => `${head} ${addresses.join(' ')}`.toLowerCase()))).toEqual(
      [],
    );
    expect([...receivers.keys()].every(name => /code|token|confirmation|dispute/.test(name))).toBe(true);
    expect([...receivers.keys()].filter(name => /access|refresh|signature|key/i.test(name))).toEqual([]);
    // « Ce n'est pas moi » is for the invited address and for the inviter; everything else for one mailbox.
    const readers = [...receivers].map(([name, to]) => [name, to.size]);
    expect(readers).toEqual(readers.map(([name]) => [name, String(name).startsWith('dispute') ? 2 : 1]));
    expect(receivers.size).toBeGreaterThan(10);
  });

  it('in the outbox once a mail was handed over or given up', async () => {
    expect(await count(`state = 'BOUNCED'`)).toBe(1);
    expect(await count(`state = 'SENT'`)).toBeGreaterThan(15);
    expect(await count('sealed_secret is not null')).toBe(0);

    const { token: _, ...tool } = office.asked;
    const signingIn = { identifier: office.account.address, password: PASSWORD };
    const { session } = await watch.account('signIn', signingIn, tool);
    const input = { associationId: office.associationId, invitations: [draftTo(newAddress())] };
    await watch.invitation('issueInvitations', input, { ...tool, token: session.accessToken });
    expect(await count(`sealed_secret is not null and state = 'QUEUED'`)).toBe(1);
    await portal.runDue();
    expect(await count('sealed_secret is not null')).toBe(0);
  });
});
