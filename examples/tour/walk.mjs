import { randomBytes } from 'node:crypto';
import { connect } from './connect.mjs';
import { createGuide } from './guide.mjs';
import { waitForCode } from './mail.mjs';
import { acceptWithExistingAccount, saveProfile, showOrganization, tryUsedCode } from './member.mjs';
import { openAccount, openPage, tryWrongCode } from './new-account.mjs';
import { openOffice } from './office.mjs';
import { fetchReceipt, payByCard, showInvoice, showPriced } from './money.mjs';
import { GOOD_PASSWORD } from './passwords.mjs';

/**
 * @typedef {{
 *   endpoint: string,
 *   siteKey: string,
 *   toolKey: string,
 *   staff: { identifier: string, password: string },
 *   mailbox: import('./mail.mjs').Mailbox,
 *   say: (line: string) => void,
 *   locale: 'fr-CA' | 'en-CA',
 * }} Setting
 */

const GIVEN_NAME = 'Camille';
const FAMILY_NAME = 'Tremblay-Lavoie';

/**
 * Walks from an invitation to the page of an organization, through the SDK alone, and tells each step as the person
 * sees it. It invites somebody new each time, so it can be walked again and again.
 *
 * @param {Setting} setting
 */
export async function tour(setting) {
  const { siteKey, mailbox, locale } = setting;
  const guide = createGuide(setting);
  const { words, step } = guide;
  const chance = randomBytes(4).toString('hex');
  const email = `camille-${chance}@maboite.example`;
  const login = { username: `CTremblay-${chance}`, password: GOOD_PASSWORD };
  const site = connect(setting, siteKey);
  // Nothing is told before the portal has answered.
  await site.accounts.viewer();
  setting.say(words.title);

  step(words.steps.invite);
  const office = await openOffice(setting, guide);
  const { organization } = office;
  const names = { givenName: GIVEN_NAME, familyName: FAMILY_NAME };
  const { invitee } = await office.invite(organization, organization.role, { email, ...names });

  step(words.steps.mail);
  const first = await waitForCode(mailbox, email, { inVain: words.noMail });
  showMail(guide, email, first.mail);

  step(words.steps.page);
  guide.line(first.link);
  const flow = await openPage(site, guide, first.code);

  step(words.steps.wrongCode);
  await tryWrongCode(site, guide);

  const { code } = first;
  await openAccount(site, guide, {
    flow,
    code,
    locale,
    familyName: FAMILY_NAME,
    taken: office.username,
    ...login,
  });

  step(words.steps.profile);
  const next = await saveProfile(site, guide);

  step(words.steps.organization);
  await showOrganization(site, guide, next.organizationId ?? organization.id);

  step(words.steps.usedCode);
  await tryUsedCode(site, guide, code);
  await office.showState(email);
  await site.accounts.signOut();

  step(words.steps.again);
  await office.invite(organization, 'VOTING', { email, personId: invitee.id });
  const second = await waitForCode(mailbox, email, { known: [code], inVain: words.noMail });
  guide.line(second.link);

  step(words.steps.existing);
  await acceptWithExistingAccount(site, guide, { code: second.code, ...login });
  await showOrganization(site, guide, organization.id);
  await walkMoney(setting, guide, { office, site, organization, email });

  step(words.steps.end);
  await Promise.all([site.accounts.signOut(), office.signOut()]);
  guide.line(words.signedOut);
  setting.say('');
  setting.say(words.end);
}

/**
 * From what something costs to its being paid: half by card, half by cheque.
 *
 * @param {Setting} setting
 * @param {import('./guide.mjs').Guide} guide
 * @param {{
 *   office: import('./office.mjs').Office,
 *   site: import('./connect.mjs').Portal,
 *   organization: { publicName: string },
 *   email: string,
 * }} people
 */
async function walkMoney(setting, guide, { office: { treasury }, site, organization, email }) {
  const { words, step } = guide;
  step(words.steps.quote);
  await treasury.quote(organization.publicName);

  step(words.steps.invoice);
  const payerId = (await site.accounts.viewer())?.persons[0]?.id;
  if (payerId === undefined) throw new Error('whoever signed in is nobody');
  const { id } = await treasury.bill(payerId);

  step(words.steps.card);
  const invoice = await showInvoice(site, guide, id);
  showPriced(guide, invoice);
  const half = Math.floor(Number(invoice.total.cents) / 2);
  await payByCard(setting, site, guide, { invoiceId: id, amountCents: half, email });

  step(words.steps.receipt);
  await fetchReceipt(setting, site, guide, id);

  step(words.steps.cheque);
  await treasury.takeCheque(invoice, Number(invoice.total.cents) - half);
  await showInvoice(site, guide, id);
}

/** @param {import('./guide.mjs').Guide} guide @param {string} to @param {import('./mail.mjs').Mail} mail */
function showMail({ words, quote }, to, { from, subject, text }) {
  quote(`${words.from}${from}`);
  quote(`${words.to}${to}`);
  quote(`${words.subject}${subject}`);
  quote('');
  quote(text);
}
