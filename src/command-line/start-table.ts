import type { Config } from '../config/index.ts';
import { DEMO_ACCOUNTS, DEMO_PASSWORD, identifierOf } from '../demo/index.ts';
import { secondSitePortOf, serverSitePortOf, sitePortOf, toolPortOf } from './example-ports.ts';
import type { StartSentence, Terminal } from './terminal.ts';

type Row = readonly [label: string, value: string];

/** Tells where everything is and, in a test realm, who can sign in. */
export function showStartTable(
  config: Config,
  shown: { readonly mailbox: boolean; readonly demo: boolean },
  terminal: Terminal,
): void {
  const { publicUrl, port, realmMode, locale } = config;
  const language = locale === 'fr-CA' ? 'fr' : 'en';
  const row = (label: StartSentence, value: string): Row => [terminal.word(label), value];

  const addresses = [row('start.table.api', `${publicUrl}/graphql`)];
  if (realmMode === 'TEST') addresses.push(row('start.table.graphiql', `${publicUrl}/graphiql`));
  if (shown.demo)
    addresses.push(
      row('start.table.partnerSite', `http://localhost:${sitePortOf(port)}/${language}/`),
      row('start.table.internalTool', `http://localhost:${toolPortOf(port)}/${language}/`),
      row('start.table.oneSite', `http://localhost:${secondSitePortOf(port)}/${language}/`),
      row('start.table.otherSite', `http://127.0.0.1:${secondSitePortOf(port)}/${language}/`),
      row('start.table.serverSite', `http://localhost:${serverSitePortOf(port)}/${language}/`),
    );
  if (shown.mailbox) addresses.push(row('start.table.mailbox', `${publicUrl}/dev/mailbox`));

  terminal.line('');
  lines(addresses).forEach(line => terminal.line(line));
  if (shown.demo) {
    const accounts = Object.values(DEMO_ACCOUNTS);
    terminal.line(
      `\n  ${terminal.word('start.table.accounts')} (${terminal.word('start.table.password')} ${DEMO_PASSWORD})`,
    );
    lines(accounts.map(account => [account.who[language], identifierOf(account)] as const)).forEach(line =>
      terminal.line(line),
    );
  }
  terminal.line('');
  if (realmMode === 'TEST' && !shown.demo) terminal.say('start.noDemo');
  terminal.say('start.ready');
}

function lines(rows: readonly Row[]): string[] {
  const width = Math.max(...rows.map(([label]) => label.length));
  return rows.map(([label, value]) => `  ${label.padEnd(width)}  ${value}`);
}
