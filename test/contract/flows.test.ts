import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readdir, readFile } from 'node:fs/promises';
import { buildSchema, type GraphQLSchema } from 'graphql';
import { localDate, type LocalDate } from '../../src/kernel/local-date.ts';
import { explainConfig } from '../../src/config/index.ts';
import { USUAL } from '../../src/modules/associations/add-association.ts';
import { EMAIL_SECRET_SECONDS } from '../../src/modules/accounts/email-secrets.ts';
import { ADDRESS_CONTEST_HOURS } from '../../src/modules/accounts/lost-address/ask-address-replacement.ts';
import { PENDING_SIGN_IN_MINUTES } from '../../src/modules/accounts/second-factors/pending-sign-in.ts';
import { CONTEST_HOURS } from '../../src/modules/accounts/second-factors/reset-second-factors.ts';
import { judgeRefresh, REFRESH_GRACE_MS } from '../../src/modules/accounts/session-rules.ts';
import { CARD_PAYMENT_STATES } from '../../src/modules/billing/cards/card-payment-state.ts';
import { CARD_PAYMENT_HOURS } from '../../src/modules/billing/cards/follow-card-payment.ts';
import { invoiceState, INVOICE_STATES } from '../../src/modules/billing/invoices/invoice-state.ts';
import { INTENT_STATES } from '../../src/modules/billing/payments/intents/intent-state.ts';
import { COMPLETION_DAYS, MOST_GUESSES } from '../../src/modules/invitations/completion/completion-rules.ts';
import { InvitationState } from '../../src/modules/invitations/invitation.enums.ts';
import { MOST_REISSUES } from '../../src/modules/invitations/invitation.ts';
import { RemittanceState } from '../../src/modules/billing/ledger/ledger.enums.ts';
import { STATES_BEFORE } from '../../src/modules/billing/ledger/remitting/remittance-state.ts';
import { APPROVAL_DAYS } from '../../src/modules/organizations/principal/ask-for-approval.ts';
import { REQUEST_DAYS } from '../../src/modules/organizations/joining/join-request-state.ts';
import { CODE_DAYS } from '../../src/modules/organizations/joining/organization-code.ts';
import { TRANSFER_ENDS } from '../../src/modules/memberships/transfers/transfer-words.ts';
import {
  TRANSFER_ANSWER_DAYS,
  TRANSFER_DAYS,
} from '../../src/modules/memberships/transfers/transfer-times.ts';
import { HANDOVER_DAYS } from '../../src/modules/organizations/principal/offer-principal-handover.ts';
import { UNDO_DAYS } from '../../src/modules/people/merging/merge-state.ts';
import { RecordMergeState } from '../../src/modules/people/merging/merging.enums.ts';
import { ADDRESSES } from '../../src/modules/sign-on/addresses.ts';
import { CODE_SECONDS, SIGNING_IN_SECONDS } from '../../src/modules/sign-on/provider/create-provider.ts';
import { FRESH_SIGN_IN_MINUTES } from '../../src/platform/graphql/fresh-sign-in.ts';
import { MailState } from '../../src/platform/mail/index.ts';
import { stateOf } from '../../src/platform/secrets/secret-state.ts';
import { openDatabase, type TestDatabase } from '../support/database.ts';

const FOLDER = 'docs/flows';

interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly says: string;
}

/** The arrows of a drawing; its first line of code says that it is one of states. */
async function arrowsOf(flow: string): Promise<readonly Arrow[]> {
  const text = await readFile(`${FOLDER}/${flow}.mermaid`, 'utf8');
  const lines = text.split('\n').filter(line => line.trim() !== '' && !line.startsWith('%%'));
  expect(lines[0]).toBe('stateDiagram-v2');
  return lines.slice(1).map(line => {
    const [, from, to, says = ''] = /^ {4}(\S+) --> ([^\s:]+)(?:: (.+))?$/.exec(line) ?? [];
    if (from === undefined || to === undefined) throw new Error(`${flow}: this is no arrow: ${line}`);
    return { from, to, says };
  });
}

const statesIn = (arrows: readonly Arrow[]): string[] =>
  [...new Set(arrows.flatMap(({ from, to }) => [from, to]))].filter(state => state !== '[*]').sort();

const everythingSaid = (arrows: readonly Arrow[]): string => arrows.map(({ says }) => says).join('\n');

const settingOf = (name: string): string | undefined =>
  explainConfig().find(variable => variable.name === name)?.default['en-CA'];

/** A change of the code that its drawing does not follow fails here, and so does the reverse. */
describe('the drawings of docs/flows', () => {
  let database: TestDatabase;
  let schema: GraphQLSchema;
  beforeAll(async () => {
    database = await openDatabase();
    schema = buildSchema(await readFile('schema.graphql', 'utf8'));
  });
  afterAll(() => database.close());

  /** The words that the database lets into a column. */
  async function wordsAllowedIn(table: string, column: string): Promise<string[]> {
    const [check] = await database.db.read<{ rule: string }>(
      {
        name: 'test-check-of-column',
        text: 'select pg_get_constraintdef(oid) as rule from pg_constraint where conname = $1',
      },
      [`${table}_${column}_check`],
    );
    return [...(check?.rule ?? '').matchAll(/'([A-Z_]+)'/g)].map(([, word = '']) => word).sort();
  }

  it('an invitation has the states that the API shows', async () => {
    const arrows = await arrowsOf('invitation');

    expect(statesIn(arrows)).toEqual(Object.values(InvitationState).sort());
    expect(everythingSaid(arrows)).toContain(`${MOST_REISSUES} times`);
  });

  it('a session ends in the ways that the database knows, or is found to have lapsed', async () => {
    const arrows = await arrowsOf('session');

    const ends = await wordsAllowedIn('session', 'ended_why');
    expect(ends.length).toBeGreaterThan(1);
    expect(statesIn(arrows)).toEqual([...ends, 'LAPSED', 'LIVE'].sort());
  });

  it('a refresh token is answered as the session draws it, in the time that it draws', async () => {
    const said = everythingSaid(await arrowsOf('session'));
    const now = new Date('2026-11-22T15:00:00Z');
    const before = (milliseconds: number): Date => new Date(now.getTime() - milliseconds);
    const live = {
      endedAt: null,
      endsAt: new Date('2027-01-01T00:00:00Z'),
      lastUsedAt: now,
      idleSeconds: 60,
      accountDisabledAt: null,
    };

    const answers = [null, before(REFRESH_GRACE_MS), before(REFRESH_GRACE_MS + 1)].map(spentAt =>
      judgeRefresh({ ...live, spentAt }, now),
    );

    const drawn = [...said.matchAll(/\brefreshSession ([A-Z]+)/g)].map(([, answer]) => answer);
    expect(new Set(drawn)).toEqual(new Set([...answers, judgeRefresh(undefined, now)]));
    expect(said).toContain(`at most ${REFRESH_GRACE_MS / 1_000} s ago`);
    expect(said).toContain(
      `unused for ${settingOf('SESSION_IDLE_DAYS')} days, ${settingOf('SESSION_DAYS')} days old`,
    );
    expect(said).toContain(
      `unused for ${settingOf('STAFF_SESSION_IDLE_MINUTES')} minutes or ${settingOf('STAFF_SESSION_HOURS')} hours old`,
    );
  });

  it('a link that confirms an address has the states that a one-time secret has', async () => {
    const arrows = await arrowsOf('email-change');

    expect(statesIn(arrows)).toEqual(secretStates());
    expect(everythingSaid(arrows)).toContain(`${EMAIL_SECRET_SECONDS / 3_600} hours`);
  });

  it('a link that sets a password has them too, and lives as long as an association says', async () => {
    const arrows = await arrowsOf('password-reset');

    expect(statesIn(arrows).filter(state => !['ASKED', 'NO_LINK'].includes(state))).toEqual(secretStates());
    expect(everythingSaid(arrows)).toContain(`${USUAL.resetLinkMinutes} minutes`);
  });

  it('a link on paper has them as well, dies of wrong guesses, and lives as long as it is drawn', async () => {
    const arrows = await arrowsOf('completion-link');

    expect(statesIn(arrows).filter(state => state !== 'BLOCKED')).toEqual(secretStates());
    expect(everythingSaid(arrows)).toContain(`${COMPLETION_DAYS} days`);
    expect(everythingSaid(arrows)).toContain(`wrong ${MOST_GUESSES} times`);
  });

  it('a sign-in for a site lives as long as it is drawn, and so does its code', async () => {
    const said = everythingSaid(await arrowsOf('single-sign-on'));

    expect(said).toContain(`unused for ${SIGNING_IN_SECONDS / 60} minutes`);
    expect(said).toContain(`unused for ${CODE_SECONDS} seconds`);
    for (const address of [...said.matchAll(/\/oidc\/\w+/g)].map(([found]) => found))
      expect(Object.values(ADDRESSES)).toContain(address);
  });

  it('a second factor is owed, and a reset can be contested, for as long as it is drawn', async () => {
    const said = everythingSaid(await arrowsOf('second-factor'));

    expect(said).toContain(`after ${PENDING_SIGN_IN_MINUTES} minutes`);
    expect(said).toContain(`${CONTEST_HOURS} hours later`);
    expect(said).toContain(`within ${FRESH_SIGN_IN_MINUTES} minutes of signing in`);
  });

  it('two accounts are joined as long as a sign-in is fresh and a second factor is owed', async () => {
    const said = everythingSaid(await arrowsOf('link-accounts'));

    expect(said).toContain(`since ${FRESH_SIGN_IN_MINUTES} minutes at most`);
    expect(said).toContain(`after ${PENDING_SIGN_IN_MINUTES} minutes`);
  });

  it('the replacement of a lost address ends in the ways that the database knows, after the time that is drawn', async () => {
    const arrows = await arrowsOf('lost-address');

    const ends = await wordsAllowedIn('address_replacement', 'ended_why');
    expect(ends.length).toBeGreaterThan(1);
    expect(statesIn(arrows)).toEqual([...ends, 'OPEN'].sort());
    expect(everythingSaid(arrows)).toContain(`${ADDRESS_CONTEST_HOURS} hours later`);
  });

  it('a hand-over ends in the ways that the database knows, and stands as long as it draws', async () => {
    const arrows = await arrowsOf('principal-handover');

    const ends = await wordsAllowedIn('principal_handover', 'ended_why');
    expect(ends.length).toBeGreaterThan(1);
    expect(statesIn(arrows)).toEqual([...ends, 'ACCEPTED', 'OPEN'].sort());
    for (const days of [HANDOVER_DAYS, APPROVAL_DAYS])
      expect(everythingSaid(arrows)).toContain(`the last of ${days} days`);
  });

  it('a merge knows the states of the API, and can be undone as long as it draws', async () => {
    const arrows = await arrowsOf('merge');

    expect(statesIn(arrows)).toEqual(Object.values(RecordMergeState).sort());
    expect(everythingSaid(arrows)).toContain(`within ${UNDO_DAYS} days`);
  });

  it('a remittance has the states that the API shows, and goes between them as its acts let it', async () => {
    const arrows = await arrowsOf('remittance');

    expect(statesIn(arrows)).toEqual(Object.values(RemittanceState).sort());
    const drawn = (act: string): string[] =>
      arrows.filter(({ from, says }) => from !== '[*]' && says.startsWith(act)).map(({ from }) => from);
    expect(drawn('approveRemittance')).toEqual(STATES_BEFORE.approve);
    expect(drawn('markRemittancePaid')).toEqual(STATES_BEFORE.markPaid);
    expect(drawn('reverseRemittance')).toEqual(STATES_BEFORE.reverse);
  });

  it('a request to join ends in the ways that the database knows, and stands as long as it draws', async () => {
    const arrows = await arrowsOf('joining');

    const ends = await wordsAllowedIn('join_request', 'ended_why');
    expect(ends.length).toBeGreaterThan(1);
    expect(statesIn(arrows)).toEqual([...ends, 'PENDING'].sort());
    expect(everythingSaid(arrows)).toContain(`the last of ${REQUEST_DAYS} days`);
    expect(everythingSaid(arrows)).toContain(`within ${CODE_DAYS} days`);
  });

  it('a transfer ends in the ways that the database knows, and waits as long as it draws', async () => {
    const arrows = await arrowsOf('transfer');

    const ends = await wordsAllowedIn('membership_transfer', 'ended_why');
    expect(ends).toEqual([...TRANSFER_ENDS].sort());
    expect(statesIn(arrows)).toEqual([...ends, 'PENDING'].sort());
    expect(everythingSaid(arrows)).toContain(`after ${TRANSFER_ANSWER_DAYS} days`);
    expect(everythingSaid(arrows)).toContain(`the last of ${TRANSFER_DAYS} days`);
  });

  const secretStates = (): string[] => {
    const now = new Date('2026-11-22T15:00:00Z');
    const usable = {
      subject_id: '',
      facts: {},
      used_at: null,
      replaced_at: null,
      expires_at: new Date('2026-11-23T15:00:00Z'),
    };

    return [
      undefined,
      usable,
      { ...usable, used_at: now },
      { ...usable, replaced_at: now },
      { ...usable, expires_at: now },
    ]
      .map(row => stateOf(row, now).state)
      .sort();
  };

  it('an invoice has the states of the API, and goes between them as money and days make it', async () => {
    const arrows = await arrowsOf('invoice');

    expect(statesIn(arrows)).toEqual(Object.values(INVOICE_STATES).sort());
    const drawn = arrows.filter(({ from, to }) => from !== to && to !== '[*]');
    const pairs = new Set(drawn.map(({ from, to }) => `${from} ${to}`));
    expect([...pairs].sort()).toEqual([...invoiceSteps()].sort());
  });

  /** From which state to which an invoice of three cents, and one of none, can go. */
  function invoiceSteps(): ReadonlySet<string> {
    const [due, late] = [localDate('2026-12-31'), localDate('2027-01-01')];
    const stateAt = (paid: number, credited: number, day: LocalDate, total = 3): string =>
      invoiceState({ dueOn: due, total: BigInt(total), paid: BigInt(paid), credited: BigInt(credited) }, day);
    const all = [0, 1, 2, 3];
    const steps = [`[*] ${stateAt(0, 0, due)}`, `[*] ${stateAt(0, 0, due, 0)}`];
    for (const day of [due, late])
      for (const credited of all)
        for (const paid of all.filter(cents => cents + credited <= 3)) {
          const from = stateAt(paid, credited, day);
          // Paid, or taken back by a return or a refund.
          const byPayments = all
            .filter(cents => cents + credited <= 3)
            .map(cents => stateAt(cents, credited, day));
          // Of what was paid beyond the rest the payer has credit.
          const byNotes = all
            .filter(cents => cents > credited)
            .map(cents => stateAt(Math.min(paid, 3 - cents), cents, day));
          const reached = [...byPayments, ...byNotes, stateAt(paid, credited, late)];
          steps.push(...reached.filter(to => to !== from).map(to => `${from} ${to}`));
        }
    return new Set(steps);
  }

  it('an intent to pay has the states of the API, ends in the ways that the database knows, and stands as long as it draws', async () => {
    const arrows = await arrowsOf('intent-to-pay');

    expect(statesIn(arrows)).toEqual(Object.values(INTENT_STATES).sort());
    const ends = await wordsAllowedIn('intent_to_pay', 'ended_why');
    expect(statesIn(arrows)).toEqual([...ends, 'STANDING'].sort());
    expect(everythingSaid(arrows)).toContain(`(${USUAL.intentDays} unless it says otherwise)`);
  });

  it('a payment by card has the states of the API, ends in the ways that the database knows, and when it draws', async () => {
    const arrows = await arrowsOf('card-payment');

    expect(statesIn(arrows)).toEqual(Object.values(CARD_PAYMENT_STATES).sort());
    const ends = await wordsAllowedIn('card_payment', 'outcome');
    expect(ends.length).toBeGreaterThan(1);
    expect(ends.filter(end => !statesIn(arrows).includes(end))).toEqual([]);
    expect(everythingSaid(arrows)).toContain(`for ${CARD_PAYMENT_HOURS} hours`);
  });

  it('a mail has the states that the database knows and the API shows', async () => {
    const states = statesIn(await arrowsOf('mail'));

    expect(states).toEqual(await wordsAllowedIn('mail', 'state'));
    expect(states).toEqual(Object.values(MailState).sort());
  });

  it('name only mutations and problems that the schema has', async () => {
    const flows = (await readdir(FOLDER)).map(file => file.replace('.mermaid', ''));
    const mutations = Object.keys(schema.getMutationType()?.getFields() ?? {});

    const said = (await Promise.all(flows.map(arrowsOf))).map(everythingSaid).join('\n');
    const acts = [...said.matchAll(/\b[a-z]+[A-Z]\w*/g)].map(([word]) => word);
    const problems = [...said.matchAll(/\b[A-Z][a-z]+[A-Z]\w*/g)].map(([word]) => word);

    expect(acts.length).toBeGreaterThan(10);
    expect(acts.filter(act => !mutations.includes(act))).toEqual([]);
    expect(problems.filter(problem => !schema.getType(problem))).toEqual([]);
  });
});
