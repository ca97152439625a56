import { setTimeout as pause } from 'node:timers/promises';
import { TourStopped } from './connect.mjs';

/**
 * @typedef {{ from: string, subject: string, text: string, links: readonly string[] }} Mail
 * @typedef {(address: string) => Promise<readonly Mail[]>} Mailbox What that address received, in any order.
 */

const PATIENCE = 15_000;
const GLANCE = 250;

/**
 * Waits for the mail whose link brings a code that is not among those known already.
 *
 * @param {Mailbox} mailbox
 * @param {string} address
 * @param {{ known?: readonly string[], inVain: string }} options
 * @returns {Promise<{ mail: Mail, link: string, code: string }>}
 */
export async function waitForCode(mailbox, address, { known = [], inVain }) {
  for (let waited = 0; waited < PATIENCE; waited += GLANCE) {
    for (const mail of await mailbox(address)) {
      for (const link of mail.links) {
        const code = new URLSearchParams(new URL(link).hash.slice(1)).get('code');
        if (code !== null && !known.includes(code)) return { mail, link, code };
      }
    }
    await pause(GLANCE);
  }
  throw new TourStopped(inVain);
}

/**
 * The mailbox of a test realm, which stands beside its API.
 *
 * @param {string} endpoint
 * @returns {Mailbox}
 */
export const devMailbox = endpoint => async address => {
  const page = new URL('/dev/mailbox.json', endpoint);
  page.searchParams.set('to', address);
  const { mails } = await (await fetch(page)).json();
  return mails;
};
