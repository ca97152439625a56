import { registerEnumType } from 'type-graphql';

/** What a client with a secret key may be used for, as tokens spell it. A person's rights are cut by it. */
export enum ClientScope {
  MEMBERS_READ = 'members:read',
  MEMBERS_WRITE = 'members:write',
  INVITATIONS_WRITE = 'invitations:write',
  MONEY_READ = 'money:read',
  MONEY_WRITE = 'money:write',
  CLIENTS_MANAGE = 'clients:manage',
  TEST_REALM = 'test-realm',
}
registerEnumType(ClientScope, {
  name: 'ClientScope',
  description:
    'What a client with a secret key may be used for. Whoever is signed in there does no more than its scopes and their own role both allow.',
  valuesConfig: {
    MEMBERS_READ: { description: '`members:read`: staff read members, organizations and invitations.' },
    MEMBERS_WRITE: { description: '`members:write`: staff change what is on file.' },
    INVITATIONS_WRITE: { description: '`invitations:write`: staff invite, send again and withdraw.' },
    MONEY_READ: { description: '`money:read`: staff read invoices, payments, the ledger and remittances.' },
    MONEY_WRITE: {
      description:
        '`money:write`: staff issue and credit invoices, record, refund and return payments, and remit.',
    },
    CLIENTS_MANAGE: {
      description: '`clients:manage`: administrators see, register, change and revoke clients.',
    },
    TEST_REALM: {
      description: '`test-realm`: the mutations of a test realm, with nobody signed in. Of no use elsewhere.',
    },
  },
});

export const CLIENT_SCOPES: readonly ClientScope[] = Object.values(ClientScope);
