import { hash } from 'node:crypto';
import { dayAt } from '../../../kernel/deadline.ts';
import {
  addressesTaken,
  hashesUnknown,
  readStagedAccount,
  usernamesTaken,
  writeStagedAccounts,
  type AccountWordsInFiles,
} from '../../accounts/index.ts';
import { memberNumbersBecomeIdentifiers } from '../../memberships/index.ts';
import { delegationsBecomeHoldings, judgeStagedKinds, representedInFile } from '../../organizations/index.ts';
import { attachStagedAccounts, lockStagedPersons, personsWithAccount } from '../../people/index.ts';
import { accountsKept } from '../running/accounts-kept.ts';
import { column, REQUIRED, requiredKey, type Kind } from './kind.ts';

export const accounts = ({
  timeZone,
  ...words
}: AccountWordsInFiles & { readonly timeZone: string }): Kind => ({
  columns: [
    column('person', 'personne', 'person', REQUIRED),
    column('kind', 'type de compte', 'account kind'),
    column('username', 'nom d’utilisateur', 'username'),
    column('email', 'courriel', 'email'),
    column('emailVerified', 'courriel vérifié', 'email verified'),
    column('passwordHash', 'empreinte du mot de passe', 'password hash'),
  ],
  read(row, issues) {
    const personKey = requiredKey(row, issues, 'person');
    const account = readStagedAccount(row, issues, words);
    // How somebody signs in is not kept twice: whether a row says the same as last time can be told without.
    const digest = hash('sha256', JSON.stringify(account), 'base64url');
    return { key: personKey, personKey, data: account, mark: { digest } };
  },
  lock: lockStagedPersons,
  hold: all => [...personsWithAccount(all), accountsKept(all)],
  judge: (all, circumstances) => ({
    faults: [...usernamesTaken(all), judgeStagedKinds(all, circumstances)],
    notices: [...addressesTaken(all), hashesUnknown(all)],
  }),
  async write(parts, tx, staged, { associationId, by }) {
    const notPersonal = await representedInFile(tx, staged, dayAt(timeZone, parts.clock.now()));
    const opened = await writeStagedAccounts(parts, tx, staged, { associationId, by, notPersonal });
    const personIds = await attachStagedAccounts(tx, staged);
    if (personIds.length !== opened) throw new Error('an account was opened that nobody got');
    await memberNumbersBecomeIdentifiers(parts, tx, personIds);
    await delegationsBecomeHoldings(parts, tx, personIds);
  },
});
