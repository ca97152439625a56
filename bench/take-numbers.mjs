import { newId, toPublicId } from '../dist/kernel/id.js';
import { assignStaff } from '../dist/modules/associations/index.js';
import { writeInvoice } from '../dist/modules/billing/invoices/index.js';
import { registerClient } from '../dist/modules/integrations/index.js';
import { say, timed } from './import.mjs';
import { connect } from './measure/load.mjs';

const INVOICES = 3_000;
/** Of these, before the code has been compiled. */
const WARM_UP = 1 / 3;
const AT_ONCE = 8;
/** One in ten changes its mind after its invoice was written. */
const ABORTED = 10;
const CHANGED_ITS_MIND = new Error('the office changed its mind');

/**
 * How many invoices a second come one by one, all into one series of numbers, from writers in parallel: as the act that
 * all others use writes them, and as staff issue them over HTTP. Throws when the numbers have a gap.
 */
export async function takeNumbers(realm, invoicesOf) {
  const invoices = await invoicesOf(INVOICES);
  const written = await rate(realm, invoices, (invoice, place) => write(realm, invoice, place));
  const office = await openOffice(realm);
  const issued = await rate(realm, invoices, invoice => office.issue(invoice)).finally(office.close);
  await demandNoGap(realm);
  return [
    `One by one, one series, ${AT_ONCE} writers, one in ${ABORTED} aborted: ${written}`,
    `One by one over HTTP (issueInvoice), one series, ${AT_ONCE} at a time: ${issued}`,
  ];
}

async function rate(realm, invoices, take) {
  const takeAll = some => async () => {
    const waiting = some.entries();
    const takeInTurn = async () => {
      for (const [place, invoice] of waiting) await take(invoice, place);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, takeInTurn));
  };
  const warmUp = Math.round(invoices.length * WARM_UP);
  await takeAll(invoices.slice(0, warmUp))();
  const measured = invoices.slice(warmUp);
  const { seconds, server, database } = await timed(realm, takeAll(measured));
  const each = spent => `${((spent * 1000) / measured.length).toFixed(2)} ms`;
  const told = `${Math.round(measured.length / seconds)} a second, CPU each ${each(server)} + ${each(database)}`;
  say(`one by one: ${told}`);
  return told;
}

async function write({ app }, invoice, place) {
  try {
    await app.parts.db.transaction(async tx => {
      await writeInvoice(app.parts, tx, invoice);
      if (place % ABORTED === 0) throw CHANGED_ITS_MIND;
    });
  } catch (fault) {
    if (fault !== CHANGED_ITS_MIND) throw fault;
  }
}

const ISSUE = `mutation Issue($input: IssueInvoiceInput!) {
  issueInvoice(input: $input) { __typename ... on IssueInvoiceSuccess { invoice { id number } } } }`;

/** Staff with a session of their own at a program that may bill. */
async function openOffice({ app, association, account }) {
  const { parts } = app;
  const { client, key } = await parts.db.transaction(async tx => {
    const [associationId, toAt] = [association, null];
    const staff = { accountId: account, associationId, role: 'FINANCE', reach: 'NODE_AND_BELOW', toAt };
    await assignStaff(parts, tx, staff);
    const tool = { associationId, name: 'Office', kind: 'SECRET', keyMode: 'TEST', signInMode: 'DIRECT' };
    return await registerClient(parts, tx, { ...tool, origins: [], pages: [] });
  });
  const sessionId = newId(parts.clock, parts.random);
  await parts.db.transaction(tx =>
    tx.query(
      `insert into session (id, account_id, client_id, started_at, authenticated_at, last_used_at, idle_seconds,
         ends_at, network_address)
       values ($1, $2, $3, $4, $4, $4, 3600, $4::timestamptz + interval '1 day', '127.0.0.1')`,
      [sessionId, account, client.id, parts.clock.now()],
    ),
  );
  const { token } = await parts.tokens.sign({ accountId: account, sessionId, clientId: client.id });
  const { url } = await app.listen(0, '127.0.0.1');
  const connection = connect(url, AT_ONCE);
  const headers = {
    'content-type': 'application/json',
    'x-affilia-client': key,
    authorization: `Bearer ${token}`,
  };

  async function issue({ issuerId, payer, dueOn, lines }) {
    const input = {
      associationId: toPublicId('Association', issuerId),
      ...{ kind: 'EVENT', payerId: toPublicId('Person', payer.personId), dueOn },
      lines: lines.map(({ descriptions, unit }) => ({
        ...{ kind: 'EVENT', descriptionFr: descriptions.fr, descriptionEn: descriptions.en, quantity: 1 },
        ...{ unitCents: Number(unit.cents), taxTreatment: 'SALES' },
      })),
      idempotencyKey: newId(parts.clock, parts.random),
    };
    const body = JSON.stringify({ query: ISSUE, variables: { input } });
    const text = await connection.send({ path: '/graphql', headers, body });
    if (!text.includes('IssueInvoiceSuccess')) throw new Error(`nothing was issued: ${text}`);
  }
  return { issue, close: () => connection.close() };
}

async function demandNoGap({ owner, association }) {
  const { rows } = await owner.query(
    `select fiscal_year, count(*)::int as invoices, min(number) as first, max(number) as last,
       count(distinct number)::int as numbers
     from invoice where issuer_id = $1 group by fiscal_year`,
    [association],
  );
  const whole = ({ invoices, first, last, numbers }) =>
    first === 1 && last === invoices && numbers === invoices;
  if (!rows.every(whole)) throw new Error(`the numbers have a gap: ${JSON.stringify(rows)}`);
}
