import { addFactor } from './add-factor.mjs';
import { assignStaff } from './assign-staff.mjs';
import { audit } from './audit.mjs';
import { auditExport } from './audit-export.mjs';
import { clientKey } from './client-key.mjs';
import { clientKeyPairs } from './client-key-pairs.mjs';
import { clientName } from './client-name.mjs';
import { clientOrigins } from './client-origins.mjs';
import { clientPages } from './client-pages.mjs';
import { clientReturns } from './client-returns.mjs';
import { clientScopes } from './client-scopes.mjs';
import { clientServes } from './client-serves.mjs';
import { clientSignIn } from './client-sign-in.mjs';
import { billToChanges } from './bill-to-changes.mjs';
import { changeBillTo } from './change-bill-to.mjs';
import { changeMembership } from './change-membership.mjs';
import { client } from './client.mjs';
import { clients } from './clients.mjs';
import { creditInvoice } from './credit-invoice.mjs';
import { decideHandover } from './decide-handover.mjs';
import { endAssignment } from './end-assignment.mjs';
import { factorReset } from './factor-reset.mjs';
import { handovers } from './handovers.mjs';
import { home } from './home.mjs';
import { importPage } from './import.mjs';
import { imports } from './imports.mjs';
import { invitationRun } from './invitation-run.mjs';
import { invitationRuns } from './invitation-runs.mjs';
import { invitations } from './invitations.mjs';
import { invite } from './invite.mjs';
import { inviteResult } from './invite-result.mjs';
import { invoice } from './invoice.mjs';
import { invoices } from './invoices.mjs';
import { issueInvoice } from './issue-invoice.mjs';
import { letters, lettersFile, lettersResult } from './letters.mjs';
import { lostAddress, withdrawLostAddress } from './lost-address.mjs';
import { members } from './members.mjs';
import { membership } from './membership.mjs';
import { mergeTasks } from './merge-tasks.mjs';
import { merge } from './merge.mjs';
import { merges } from './merges.mjs';
import { organizations } from './organizations.mjs';
import { payRemittance } from './pay-remittance.mjs';
import { people } from './people.mjs';
import { person } from './person.mjs';
import { prepareRemittance } from './prepare-remittance.mjs';
import { recordPayment } from './record-payment.mjs';
import { refundPayment } from './refund-payment.mjs';
import { refunds } from './refunds.mjs';
import { registerClient } from './register-client.mjs';
import { remittances } from './remittances.mjs';
import { resend } from './resend.mjs';
import { resendMail } from './resend-mail.mjs';
import { returnPayment } from './return-payment.mjs';
import { reverseRemittance } from './reverse-remittance.mjs';
import { revokeClient } from './revoke-client.mjs';
import { revoke } from './revoke.mjs';
import { rotateClientKey } from './rotate-client-key.mjs';
import { secondFactor } from './second-factor.mjs';
import { settings } from './settings.mjs';
import { signIn } from './sign-in.mjs';
import { signOut } from './sign-out.mjs';
import { startImport } from './start-import.mjs';
import { startInvitationRun } from './start-invitation-run.mjs';
import { team } from './team.mjs';
import { undoMerge } from './undo-merge.mjs';

/**
 * The pages by the end of their address, behind the language.
 *
 * @type {Readonly<Record<string, import('../visit.mjs').Page>>}
 */
export const pages = {
  '': home,
  'sign-in': signIn,
  'sign-out': signOut,
  'second-factor': secondFactor,
  'second-factor/add': addFactor,
  organizations,
  members,
  'members/membership': membership,
  'members/change': changeMembership,
  people,
  'people/person': person,
  'people/mails/resend': resendMail,
  'people/factors': factorReset,
  'people/address': lostAddress,
  'people/address/withdraw': withdrawLostAddress,
  letters,
  'letters/result': lettersResult,
  'letters/file': lettersFile,
  invitations,
  'invitations/resend': resend,
  'invitations/revoke': revoke,
  invite,
  'invite/result': inviteResult,
  'invitation-runs': invitationRuns,
  'invitation-runs/start': startInvitationRun,
  'invitation-runs/run': invitationRun,
  handovers,
  'handovers/decide': decideHandover,
  invoices,
  'invoices/invoice': invoice,
  'invoices/issue': issueInvoice,
  'invoices/pay': recordPayment,
  'invoices/credit': creditInvoice,
  'invoices/address': changeBillTo,
  'invoices/addressees': billToChanges,
  'payments/return': returnPayment,
  'payments/refund': refundPayment,
  refunds,
  remittances,
  'remittances/prepare': prepareRemittance,
  'remittances/pay': payRemittance,
  'remittances/reverse': reverseRemittance,
  merges,
  'merges/tasks': mergeTasks,
  'merges/propose': merge,
  'merges/undo': undoMerge,
  imports,
  'imports/start': startImport,
  'imports/import': importPage,
  staff: team,
  'staff/assign': assignStaff,
  'staff/end': endAssignment,
  audit,
  'audit/export': auditExport,
  clients,
  'clients/register': registerClient,
  'clients/client': client,
  'clients/name': clientName,
  'clients/origins': clientOrigins,
  'clients/pages': clientPages,
  'clients/serves': clientServes,
  'clients/returns': clientReturns,
  'clients/scopes': clientScopes,
  'clients/key-pairs': clientKeyPairs,
  'clients/sign-in': clientSignIn,
  'clients/rotate': rotateClientKey,
  'clients/revoke': revokeClient,
  'clients/key': clientKey,
  settings,
};
