import type { Words } from '../../../platform/staging/read-cells.ts';
import {
  addressesTaken,
  hashesUnknown,
  readStagedAccount,
  usernamesTaken,
  writeStagedAccounts,
} from '../../accounts/index.ts';
import { memberNumbersBecomeIdentifiers } from '../../memberships/index.ts';
import { delegationsBecomeHoldings } from '../../organizations/index.ts';
import { attachStagedAccounts, personsWithAccount } from '../../people/index.ts';
import { accountsKept } from '../running/accounts-kept.ts';
import { column, REQUIRED, requiredKey, type Kind } from './kind.ts';

export const accounts = (answers: Words<'YES' | 'NO'>): Kind => ({
  columns: [
    column('person', 'personne', 'person', REQUIRED),
    column('username', 'nom d’utilisateur', 'username'),
    column('email', 'courriel', 'email'),
    column('emailVerified', 'courriel vérifié', 'email verified'),
    column('passwordHash', 'empreinte du mot de passe', 'password hash'),
  ],
  read(row, issues) {
    const personKey = requiredKey(row, issues, 'person');
    return { key: personKey, personKey, data: readStagedAccount(row, issues, answers) };
  },
  hold: async (tx, all) => [...(await personsWithAccount(tx, all)), ...(await accountsKept(tx, all))],
  judge: async (tx, all) => ({
    faults: await usernamesTaken(tx, all),
    notices: [...(await addressesTaken(tx, all)), ...(await hashesUnknown(tx, all))],
  }),
  async write(parts, tx, staged, writing) {
    await writeStagedAccounts(parts, tx, staged, writing);
    const personIds = await attachStagedAccounts(tx, staged);
    await memberNumbersBecomeIdentifiers(parts, tx, personIds);
    await delegationsBecomeHoldings(parts, tx, personIds);
  },
});
