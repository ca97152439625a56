import { letters } from './letters.ts';
import { accountPorts, accountsSendAgain, linkingPorts, recoveryClaims } from './modules/accounts/index.ts';
import { senderOf } from './modules/associations/index.ts';
import {
  billingOfMemberships,
  billingSendAgain,
  exportJournal,
  exportStatement,
  houseLineEffects,
  invoiceSettlement,
  invoicesPorts,
  lineEffects,
  organizationBilling,
  personBilling,
  printedInvoices,
  printedStatements,
  takeOverBilling,
} from './modules/billing/index.ts';
import { documentsPorts, exportPorts, printedDocuments, takeOverUploads } from './modules/documents/index.ts';
import { externalIdMover, takeOverImports } from './modules/imports/index.ts';
import {
  associationsOfInvitation,
  invitationsSendAgain,
  organizationInvitations,
  personInvitations,
  roomIn,
  takeOverInvitations,
} from './modules/invitations/index.ts';
import { mailsPorts } from './modules/mails/index.ts';
import {
  membershipConsequences,
  membershipMoney,
  membershipsSendAgain,
  organizationMemberships,
  personMemberships,
} from './modules/memberships/index.ts';
import {
  delegateLimitPorts,
  organizationMerging,
  organizationsSendAgain,
  personsInOrganizations,
  withRepresentatives,
} from './modules/organizations/index.ts';
import {
  accountHolder,
  mergingPorts,
  namesOfAccount,
  peopleSendAgain,
  personMerging,
  recoveryClaimsOfPeople,
  takeOverMerges,
  takeOverPersons,
} from './modules/people/index.ts';
import { exportAuditTrail } from './modules/privacy/index.ts';
import { signOnPorts } from './modules/sign-on/index.ts';
import { plug, type Plug } from './platform/port.ts';
import type { ObjectStorage } from './platform/storage/object-storage.ts';
import { claimsOf } from './read-models/index.ts';

/** What lower floors ask of higher ones, and of the machine: each port with whoever answers it (ADR 0004). */
export const housePorts = (storage: ObjectStorage): readonly Plug[] => [
  plug(accountPorts, { associationsOfInvitation, namesOfAccount, holderOf: accountHolder }),
  plug(recoveryClaims, withRepresentatives(recoveryClaimsOfPeople)),
  plug(mailsPorts, {
    letters,
    senderOf,
    sendAgain: {
      ...accountsSendAgain,
      ...peopleSendAgain,
      ...organizationsSendAgain,
      ...membershipsSendAgain,
      ...billingSendAgain,
      ...invitationsSendAgain,
    },
  }),
  plug(linkingPorts, {
    takeOver: [
      takeOverPersons,
      takeOverMerges,
      takeOverInvitations,
      takeOverImports,
      takeOverUploads,
      takeOverBilling,
    ],
  }),
  plug(mergingPorts, {
    PERSON: personMerging([
      personsInOrganizations,
      personMemberships,
      personInvitations,
      personBilling,
      externalIdMover('person'),
    ]),
    ORGANIZATION: organizationMerging([
      organizationMemberships,
      organizationInvitations,
      organizationBilling,
      externalIdMover('organization'),
    ]),
  }),
  plug(signOnPorts, { claimsOf }),
  plug(delegateLimitPorts, { roomIn }),
  plug(membershipMoney, billingOfMemberships),
  plug(invoicesPorts, invoiceSettlement),
  plug(lineEffects, houseLineEffects),
  plug(membershipConsequences, []),
  plug(documentsPorts, { storage }),
  plug(printedDocuments, { ...printedInvoices, ...printedStatements }),
  plug(exportPorts, {
    AUDIT_TRAIL: exportAuditTrail,
    JOURNAL: exportJournal,
    REMITTANCE_STATEMENT: exportStatement,
  }),
];
