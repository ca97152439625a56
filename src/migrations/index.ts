import type { MigrationInterface } from 'typeorm';
import { AddPlatform1795300000000 } from './1795300000000-add-platform.ts';
import { AddAssociations1795300000100 } from './1795300000100-add-associations.ts';
import { AddAccounts1795300000200 } from './1795300000200-add-accounts.ts';
import { AddPeopleAndOrganizations1795300000300 } from './1795300000300-add-people-and-organizations.ts';
import { AddMemberships1795300000400 } from './1795300000400-add-memberships.ts';
import { AddInvitations1795300000500 } from './1795300000500-add-invitations.ts';
import { AddTestClock1795300000600 } from './1795300000600-add-test-clock.ts';
import { AddBrandLogo1795300000700 } from './1795300000700-add-brand-logo.ts';
import { FindOrganizationsInEnglish1795300000710 } from './1795300000710-find-organizations-in-english.ts';
import { AddRecovery1795300000800 } from './1795300000800-add-recovery.ts';
import { AddOldPasswords1795300000900 } from './1795300000900-add-old-passwords.ts';
import { AddKnownBrowsers1795300001000 } from './1795300001000-add-known-browsers.ts';
import { NamePasswordProfiles1795300000910 } from './1795300000910-name-password-profiles.ts';
import { AddSecondFactors1795300001100 } from './1795300001100-add-second-factors.ts';
import { AddClientRegistration1795300001200 } from './1795300001200-add-client-registration.ts';
import { AddSignOn1795300001300 } from './1795300001300-add-sign-on.ts';
import { AddCompletionLinks1795300001400 } from './1795300001400-add-completion-links.ts';
import { AddLostAddresses1795300001500 } from './1795300001500-add-lost-addresses.ts';
import { AddPendingAddressesAndLinks1795300001600 } from './1795300001600-add-pending-addresses-and-links.ts';
import { AddNextMailTry1795300001700 } from './1795300001700-add-next-mail-try.ts';
import { AddClientNamesAndUses1795300001900 } from './1795300001900-add-client-names-and-uses.ts';
import { FindMailsToStrangers1795300002000 } from './1795300002000-find-mails-to-strangers.ts';
import { AddRealmAdministrators1795300002100 } from './1795300002100-add-realm-administrators.ts';
import { AddPrincipalHandovers1795300002200 } from './1795300002200-add-principal-handovers.ts';
import { EndSessionsByJoining1795300002300 } from './1795300002300-end-sessions-by-joining.ts';
import { LimitDelegates1795300002400 } from './1795300002400-limit-delegates.ts';
import { AddSectionHistoryAndCoordinates1795300002500 } from './1795300002500-add-section-history-and-coordinates.ts';
import { AddJoining1795300002600 } from './1795300002600-add-joining.ts';
import { AddRepresentations1795300002700 } from './1795300002700-add-representations.ts';
import { AddSharingAgreements1795300002800 } from './1795300002800-add-sharing-agreements.ts';
import { AddInvitationRuns1795300002900 } from './1795300002900-add-invitation-runs.ts';
import { AddUploads1795300003000 } from './1795300003000-add-uploads.ts';
import { AddImports1795300003100 } from './1795300003100-add-imports.ts';
import { MergeRecords1795300003200 } from './1795300003200-merge-records.ts';
import { ReadAuditTrail1795300003300 } from './1795300003300-read-audit-trail.ts';
import { FindByEveryWord1795300003400 } from './1795300003400-find-by-every-word.ts';
import { TellImportedProofApart1795300003500 } from './1795300003500-tell-imported-proof-apart.ts';
import { TellOfJoinRequests1795300003600 } from './1795300003600-tell-of-join-requests.ts';
import { RememberWhatImportsSaid1795300003700 } from './1795300003700-remember-what-imports-said.ts';
import { KeepMainCoordinatesAndLegalNames1795300003800 } from './1795300003800-keep-main-coordinates-and-legal-names.ts';
import { TellNamesOfMergedRecordsApart1795300004500 } from './1795300004500-tell-names-of-merged-records-apart.ts';
import { AddPricesAndTaxes1795300005000 } from './1795300005000-add-prices-and-taxes.ts';
import { AddInvoices1795300005100 } from './1795300005100-add-invoices.ts';
import { AddPayments1795300005200 } from './1795300005200-add-payments.ts';
import { AddLedger1795300005300 } from './1795300005300-add-ledger.ts';
import { RememberWhatWasKnown1795300005400 } from './1795300005400-remember-what-was-known.ts';
import { AddTransfersAndDeaths1795300005500 } from './1795300005500-add-transfers-and-deaths.ts';
import { ReadHistoriesInOrder1795300005600 } from './1795300005600-read-histories-in-order.ts';
import { AddLifeTermsAndChangeInvoices1795300005700 } from './1795300005700-add-life-terms-and-change-invoices.ts';
import { ChargeFeesOnce1795300005800 } from './1795300005800-charge-fees-once.ts';
import { TellWhoseMoneyItIs1795300005900 } from './1795300005900-tell-whose-money-it-is.ts';
import { RecordDeathsByBody1795300006000 } from './1795300006000-record-deaths-by-body.ts';
import { KeepTheBanksDay1795300006100 } from './1795300006100-keep-the-banks-day.ts';
import { LetChangesOfAddresseeWait1795300006200 } from './1795300006200-let-changes-of-addressee-wait.ts';
import { ElectEachTaxApart1795300006400 } from './1795300006400-elect-each-tax-apart.ts';
import { RememberTheEndThatWasElected1795300006600 } from './1795300006600-remember-the-end-that-was-elected.ts';

/** Every migration, oldest first. A migration that has left the house is never edited: add another. */
export const migrations: readonly (new () => MigrationInterface)[] = [
  AddPlatform1795300000000,
  AddAssociations1795300000100,
  AddAccounts1795300000200,
  AddPeopleAndOrganizations1795300000300,
  AddMemberships1795300000400,
  AddInvitations1795300000500,
  AddTestClock1795300000600,
  AddBrandLogo1795300000700,
  FindOrganizationsInEnglish1795300000710,
  AddRecovery1795300000800,
  AddOldPasswords1795300000900,
  NamePasswordProfiles1795300000910,
  AddKnownBrowsers1795300001000,
  AddSecondFactors1795300001100,
  AddClientRegistration1795300001200,
  AddSignOn1795300001300,
  AddCompletionLinks1795300001400,
  AddLostAddresses1795300001500,
  AddPendingAddressesAndLinks1795300001600,
  AddNextMailTry1795300001700,
  AddClientNamesAndUses1795300001900,
  FindMailsToStrangers1795300002000,
  AddRealmAdministrators1795300002100,
  AddPrincipalHandovers1795300002200,
  EndSessionsByJoining1795300002300,
  LimitDelegates1795300002400,
  AddSectionHistoryAndCoordinates1795300002500,
  AddJoining1795300002600,
  AddRepresentations1795300002700,
  AddSharingAgreements1795300002800,
  AddInvitationRuns1795300002900,
  AddUploads1795300003000,
  AddImports1795300003100,
  MergeRecords1795300003200,
  ReadAuditTrail1795300003300,
  FindByEveryWord1795300003400,
  TellImportedProofApart1795300003500,
  TellOfJoinRequests1795300003600,
  RememberWhatImportsSaid1795300003700,
  KeepMainCoordinatesAndLegalNames1795300003800,
  TellNamesOfMergedRecordsApart1795300004500,
  AddPricesAndTaxes1795300005000,
  AddInvoices1795300005100,
  AddPayments1795300005200,
  AddLedger1795300005300,
  RememberWhatWasKnown1795300005400,
  AddTransfersAndDeaths1795300005500,
  ReadHistoriesInOrder1795300005600,
  AddLifeTermsAndChangeInvoices1795300005700,
  ChargeFeesOnce1795300005800,
  TellWhoseMoneyItIs1795300005900,
  RecordDeathsByBody1795300006000,
  KeepTheBanksDay1795300006100,
  LetChangesOfAddresseeWait1795300006200,
  ElectEachTaxApart1795300006400,
  RememberTheEndThatWasElected1795300006600,
];
