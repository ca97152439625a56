// Takes the tour of the product that runs on this machine: npm run tour
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { AffiliaError } from '@affilia/sdk';
import { TourStopped } from './connect.mjs';
import { devMailbox } from './mail.mjs';
import { tour } from './walk.mjs';
import { en } from './words.en.mjs';
import { fr } from './words.fr.mjs';

export { tour };

if (process.argv[1] === fileURLToPath(import.meta.url)) await takeTour();

async function takeTour() {
  const { LC_ALL, LC_MESSAGES, LANG, PORT } = process.env;
  const machine = [LC_ALL, LC_MESSAGES, LANG].find(Boolean) ?? '';

  // The keys and the account of the demonstration, which everybody may know.
  const { values } = parseArgs({
    options: {
      endpoint: { type: 'string', default: `http://localhost:${PORT || 4000}/graphql` },
      'site-key': { type: 'string', default: 'affilia_pk_test_aqpm-partner-site-of-the-demonstration' },
      'tool-key': { type: 'string', default: 'affilia_sk_test_aqpm-internal-tool-of-the-demonstration' },
      staff: { type: 'string', default: 'GRoyTessier' },
      password: { type: 'string', default: 'Bonjour tous!2026' },
      language: { type: 'string', default: /^fr([_.@-]|$)/i.test(machine) ? 'fr' : 'en' },
    },
  });
  const { endpoint, staff, password, language } = values;
  const words = language === 'fr' ? fr : en;

  try {
    await tour({
      endpoint,
      siteKey: values['site-key'],
      toolKey: values['tool-key'],
      staff: { identifier: staff, password },
      mailbox: devMailbox(endpoint),
      say: line => console.log(line),
      locale: language === 'fr' ? 'fr-CA' : 'en-CA',
    });
  } catch (error) {
    console.error(sentenceOf(error));
    process.exitCode = 1;
  }

  /** @param {unknown} error */
  function sentenceOf(error) {
    if (error instanceof AffiliaError && ['NETWORK', 'BAD_RESPONSE'].includes(error.code))
      return words.notRunning(endpoint);
    if (error instanceof AffiliaError || error instanceof TourStopped) return words.stopped(error.message);
    return words.stopped(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
}
