import type { Facet } from './rights-table.ts';

/** Who reads a field that is not empty. */
export type Readers =
  /** Whoever reads the field that holds it: it means nothing by itself. */
  | 'HOLDER'
  /** The signed-in person, of themselves. */
  | 'SELF'
  /** The staff of the body, in whatever role. */
  | 'STAFF'
  /** See the table of facets: whoever sees this one of a body's records. */
  | Facet;

type Fields = Readonly<Partial<Record<Readers, string>>>;

const held = (fields: string): Fields => ({ HOLDER: fields });

/**
 * The policy of every field of every object, by who reads it. A field that stands here nowhere, or twice, fails the
 * build, so that whoever adds one says for whom it is; the matrix holds answers to it. Successes and problems answer
 * whoever acted: of those it lists what they say themselves, since what they lead to stands here under its own type.
 */
export const FIELD_POLICIES: Readonly<Record<string, Fields>> = {
  // Accounts, as their holders see them.
  Account: {
    SELF: `addressForm addressReplacement addresses emailForm factorOwed id kind linkForm locale passwordForm
      recoveryCodesLeft secondFactors username`,
  },
  AccountAddress: { SELF: 'address id pending pendingChange primary verified verifiedAt' },
  OpenSession: { SELF: 'current device id lastUsedAt network site startedAt' },
  SecondFactor: { SELF: 'addedAt id kind lastUsedAt name website worksHere' },
  Viewer: {
    SELF: `account actingPerson credits delegations invoices joinRequests mails memberships persons representations sessions
      staffAssignments`,
  },
  Session: { SELF: 'accessToken accessTokenExpiresAt deviceToken refreshToken' },
  OwedSecondFactor: { SELF: 'challenge expiresAt forms methods passkeyOptions' },
  AddressReplacement: { PRIVATE: 'askedAt askedByViewer effectiveAt newAddress' },
  SecondFactorReset: { PRIVATE: 'askedAt askedByViewer effectiveAt state stateLabel' },
  LoginAddress: { PRIVATE: 'maskedAddress primary verified' },
  PersonLogin: { PRIVATE: 'addresses state stateLabel' },
  Mail: {
    PRIVATE: `fault faultCode faultLabel id locale maskedAddress nextTryAt queuedAt settledAt state stateLabel
      subject`,
  },
  Upload: {
    PRIVATE: 'contentType createdAt expiresAt fileName id link purpose receivedAt sha256 size state',
  },
  UploadLink: { PRIVATE: 'expiresAt url' },

  // What is owed.
  Invoice: {
    MONEY: `billTo billToChange billToHistory cardPayments creditNotes credited document dueOn id intentToPay issuedAt issuedOn issuer kind
      lines locale memberName memberNumber net number open paid payLinks payerCredit payments state stateLabel tax total`,
  },
  InvoiceLine: {
    MONEY: `credited description descriptions effect explanation id kind net paid period quantity settlement supplier
      taxes total unitPrice`,
  },
  InvoiceTax: held('amount label rate registrationNumber tax'),
  BilledPeriod: held('from to'),
  InvoiceBillTo: {
    MONEY: 'attention city country name postalCode province recordedAt street street2 version',
  },
  BillToChange: {
    MONEY: `askedAt attention city country decidedAt id invoice name postalCode province state street street2 viewerCan`,
    TREASURY: 'askerName',
  },
  BillToChangeActions: { MONEY: 'approve decline' },
  CreditNote: { MONEY: 'document id issuedAt issuedOn lines net number reason tax total' },
  CreditNoteLine: held('description net taxes'),
  PayLink: { MONEY: 'createdAt expiresAt id revokedAt' },
  CardPayment: { MONEY: 'amount declineLabel declineReason dispute endedAt id startedAt state stateLabel' },
  CardCheckout: held('clientSecret kind label payAt publishableKey returnUrl'),
  InvoicePayment: { MONEY: 'amount method paidOn payment receipt returned' },
  IntentToPay: { MONEY: 'deadlineAt endedAt expectedOn id invoice method state statedAt' },
  PayerCredit: { SELF: 'amount association organization' },
  Payment: {
    TREASURY: `allocations amount id method payerName receivedAt receivedOn receiver reference refunds returned`,
  },
  PaymentAllocation: { TREASURY: 'amount description invoice' },
  PaymentReturn: { TREASURY: 'feeInvoice kind returnedOn' },
  Refund: {
    TREASURY: `amount approvedAt doneAt id invoice isMadeAtGateway keepsEffects payment preparedAt reason state viewerCan way`,
  },
  RefundActions: { TREASURY: 'approve withdraw' },
  BankRow: held('amount invoices left outcome row'),
  ParkedReceipt: {
    TREASURY: `cents currency id invoice isCard parkedAt payerName reason reasonLabel reference settledAt settledHow`,
  },
  // The book of a body, and what it hands on: the receiving body's treasury sees the batches that concern it.
  Ledger: { TREASURY: 'balances book entries openFrom' },
  LedgerBalance: { TREASURY: 'account amount body tax' },
  LedgerEntry: { TREASURY: 'account amount body causeId kind line occurredAt occurredOn postedOn tax' },
  LedgerEntryLine: held('description invoiceId invoiceNumber lineId'),
  RemittanceBatch: {
    TREASURY: `amount approvedAt body book entries from id kind paidOn paymentReference preparedAt reversalReason reversedAt
      shares state statement stateLabel to viewerCan`,
  },
  RemittanceActions: { TREASURY: 'approve markPaid reverse' },
  RemittanceShare: { TREASURY: 'account amount tax' },
  // Whoever has the secret of a pay link sees this much.
  PayableInvoice: held('dueOn issuerName memberName number open state stateLabel total'),
  DocumentLink: held('expiresAt url'),

  // Bodies.
  Association: {
    PUBLIC: `brand children code id kind languagePolicy name names parent provinces shortName support timeZone
      website`,
    STAFF: 'membershipTransfers settings',
    ADMINISTRATION: 'sharingAgreements staffAssignments',
  },
  Brand: { PUBLIC: 'colour logoUrl textColour' },
  Support: held('email phone text website'),
  Section: { PUBLIC: 'code id name names' },
  Realm: {
    PUBLIC: `association identifierPolicy invitationForm languagePolicy locales mode passwordResetForm signInForm
      support usernameReminderForm`,
  },
  ShownDocument: { PUBLIC: 'id kind label labels url urls version' },
  TermRule: { PUBLIC: 'from kind months rolloverOn to' },
  PasswordPolicy: { PUBLIC: 'maxLength minLength rules' },
  PasswordRule: { PUBLIC: 'code label maximum minimum pattern serverOnly' },
  PasskeySignInOptions: { PUBLIC: 'expiresAt json' },
  AssociationSettings: {
    STAFF: `approvalAboveCents brandLogoUrl changeDueDays changesBilledTo factorRoles factorRolesOfRealm handoverApproval
      homeProvince intentDays invitationDays
      invitationMismatch nsfFeeCents oldPasswords passwordProfile recoveryPolicy resetLinkMinutes secondPersonAbove transferAcceptance version viewerCan websites`,
  },
  AssociationSettingsActions: { STAFF: 'change' },
  MembershipClass: {
    PUBLIC: `certificateEligible code delegateLimit heldBy id insuranceEligible name names requiresCpl termRules votes`,
  },

  // People, organizations and memberships.
  Delegate: held('displayName familyName givenName id'),
  Person: {
    PRIVATE: `addressReplacement addresses bornOn contactEmail displayName familyName givenName id locale login mails profileForm
      representationHistory representations secondFactorReset workPhone workPhoneExtension workPhoneFormatted`,
    OFFICE: 'deathRecord',
  },
  PersonAddress: { PRIVATE: 'city country kind kindLabel main postalCode province street street2' },
  Organization: {
    HOUSE: `address association coordinates coordinatesForm delegateLimit delegations email formerLegalNames id
      legalName legalNames membership phone phoneExtension phoneFormatted principalHandover principalOn profileForm
      publicName publicNames representationHistory representations sectionHistory sections sectionsForm viewerCan
      website`,
    PRIVATE: 'joinRequests joining pendingInvitations',
    MONEY: 'invoices',
  },
  OrganizationActions: {
    HOUSE: 'appointPrincipal handOver inviteDelegates manageDelegates rename setSections updateProfile',
  },
  FormerLegalName: { HOUSE: 'names to', OFFICE: 'document uploadId' },
  OrganizationAddress: { HOUSE: 'address kind kindLabel' },
  OrganizationCoordinates: { HOUSE: 'addresses emails phones websites' },
  OrganizationEmail: { HOUSE: 'address kind kindLabel' },
  OrganizationPhone: { HOUSE: 'extension formatted kind kindLabel number' },
  OrganizationWebsite: { HOUSE: 'kind kindLabel url' },
  OrganizationSection: { HOUSE: 'from section to' },
  PostalAddress: held('city country lines postalCode province street street2'),
  DelegateLimit: { HOUSE: 'limit used' },
  Delegation: { HOUSE: 'from id organization person role roleLabel suspended to' },
  PrincipalHandover: {
    HOUSE: 'acceptedAt expiresAt from id offeredAt remainingRoles to viewerCanAccept viewerCanDecide',
  },
  Representation: {
    HOUSE: `from id kind kindLabel representativeId representativeName representedId representedName to viewerCan`,
    OFFICE: 'document uploadId',
  },
  RepresentationActions: { HOUSE: 'end' },
  OrganizationJoining: {
    PRIVATE: 'acceptsDomains acceptsRequests code domains viewerCanVerifyDomains',
  },
  OrganizationCode: { PRIVATE: 'createdAt expiresAt uses' },
  OrganizationDomain: { PRIVATE: 'document domain verifiedAt' },
  JoinableOrganization: { PUBLIC: 'id name ways' },
  JoinRequest: {
    PRIVATE: `askedAt email endedAt expiresAt id message organizationId organizationName person reason state stateLabel
      viewerCanDecide viewerCanWithdraw`,
  },
  // Of people and of organizations: those who see only the latter see only theirs.
  Membership: {
    HOUSE: `affiliations association class continuousSince holderName holds id memberNumber memberSince organization
      status terms transfers viewerCan`,
    PRIVATE: 'hasAccount',
    MONEY: 'lastInvoice',
  },
  MembershipActions: {
    HOUSE: 'endHold placeOnHold reclassify reinstate requestTransfer resign withdrawResignation',
  },
  MembershipTransfer: {
    MEMBERSHIP: `answerBy askedAt askedBy effectiveOn endedAt expiresAt from holderName id memberNumber membershipId
      needsStanding newMembership overdue preview reason standing standingAt standingNote state stateLabel to toClass
      viewerCan wantedOn`,
  },
  MembershipTransferActions: { MEMBERSHIP: 'decide stateStanding withdraw' },
  TransferPreview: { MEMBERSHIP: 'carriesDesignation consequences effectiveOn moneyEffect paidUntil' },
  MembershipConsequence: held('code text'),
  MoneyEffect: held('explanation lines total'),
  MoneyEffectLine: held('amount description explanation supplier taxes'),
  MoneyEffectTax: held('amount tax'),
  DeathRecord: { OFFICE: 'diedOn recordedAt recordedBy uploadId' },
  DeathPreview: { OFFICE: 'account consequences memberships moneyEffect told' },
  MembershipStatus: { HOUSE: 'code explanation label since until' },
  Affiliation: { HOUSE: 'class from id note reason to' },
  Hold: { HOUSE: 'from id kind to' },
  MembershipCount: { STAFF: 'class members status' },
  AdmissionPreview: held('class effectiveOn moneyEffect'),
  MembershipChangePreview: held('classAfter consequences effectiveOn moneyEffect statusAfter'),
  Term: { HOUSE: 'from id kind to' },
  SharedMember: { OFFICE: 'class contactEmail memberNumber name status workPhone' },

  // The office.
  Invitation: {
    OFFICE: `acceptedAt association declinedAt disputedAt email expiresAt id invitee inviterName issuedAt locale mail
      organization revokedAt roles staffRole state stateLabel targetKind`,
  },
  InvitationRow: { OFFICE: 'index invitation label outcome' },
  InvitationRun: { OFFICE: 'askedAt counts done endedAt fault id rows state stoppedAt total' },
  InvitationRunCount: { OFFICE: 'count label outcome' },
  InvitationRunFault: { OFFICE: 'code column message row' },
  InvitationRunRow: { OFFICE: 'email familyName givenName invitation label outcome row' },
  ImportRun: {
    OFFICE: 'askedAt counts endedAt findings id kind mode percentRead rowsRead source state uploadId',
  },
  ImportCounts: { OFFICE: 'changed created heldOut unchanged' },
  ImportFinding: { OFFICE: 'code column message otherRow recordId row severity' },
  CompletionLeftOut: { OFFICE: 'index label reason' },
  MergeTask: { OFFICE: 'id kept openedAt other' },
  MergeCandidate: { OFFICE: 'carries hasAccount person' },
  CarriedCount: { OFFICE: 'count thing' },
  RecordMerge: {
    OFFICE: `doneAt id keptId keptName kind otherId otherName preparedAt reason records state undoUntil viewerCan`,
  },
  RecordMergeActions: { OFFICE: 'approve undo withdraw' },

  // What things cost: the office reads the list, and a quote answers whoever may ask for it.
  PriceList: { PRICES: 'feeItems taxAccountingElections taxRegistrations taxStatuses' },
  FeeItem: {
    PRICES: 'charged code effect id kind name names priceDay priceRules settlement taxDay taxTreatment',
  },
  PriceRule: {
    PRICES: `amount classId forMonths from lateAfterDays lateAfterMonthDay maxAge maxSeniority minAge minSeniority
      monthTable percentOfOwing proration province to`,
  },
  TaxAccountingElection: { PRICES: 'from issuer kind supplier to' },
  TaxRegistration: { PRICES: 'from kind number to' },
  TaxStatus: { PRICES: 'basis classId from taxable to' },
  Quote: held('lines net on placeOfSupply taxes total'),
  QuoteLine:
    held(`description descriptions effect explanation feeItemId kind net period quantity settlement supplier
    taxes total unitPrice`),
  QuoteTax: held('amount label tax'),

  // Administration.
  StaffAssignment: { ADMINISTRATION: 'association from id person reach role to viewerCan' },
  StaffAssignmentActions: { ADMINISTRATION: 'end' },
  SharingAgreement: { ADMINISTRATION: 'association from id kinds purpose purposes sharedWith to' },
  Client: {
    ADMINISTRATION: `association backchannelLogoutUri displayNames id keyMode keys kind lastUsedAt name origins pages
      pagesOf postLogoutRedirectUris publicKeys publishableKey redirectUris registeredAt revokedAt rotatedAt scopes
      signInMode viewerCan`,
  },
  ClientActions: { ADMINISTRATION: 'change grantDirectSignIn' },
  ClientKey: { ADMINISTRATION: 'expiresAt lastUsedAt madeAt' },
  ClientPage: { ADMINISTRATION: 'locale page url' },
  ClientPublicKey: { ADMINISTRATION: 'jwk kid lastUsedAt' },
  AuditEntry: { ADMINISTRATION: 'act actLabel actor changes client occurredAt requestId subject' },
  AuditActor: { ADMINISTRATION: 'accountId displayName' },
  AuditChange: { ADMINISTRATION: 'after before field label' },
  AuditClient: { ADMINISTRATION: 'id name' },
  AuditSubject: { ADMINISTRATION: 'id kind name' },
  ExportJob: { ADMINISTRATION: 'askedAt endedAt expiresAt from id kind link rows size state to' },

  // Whoever holds the code, before they have an account.
  InvitationPreview:
    held(`association email expiresAt inviteeName locale organizationName roleLabels targetKind
    targetLabel`),
  InvitationFlow: held('documents forms steps'),

  // What means nothing by itself.
  Explanation: held('inputs rule text'),
  ExplanationInput: held('name value'),
  FieldOption: held('label value'),
  FlowStep: held('label name state'),
  Form: held('fields name submitLabel title'),
  FormField: held(
    'autocomplete help kind label maxLength options path readOnlyReason repeats required value',
  ),
  HttpHeader: held('name value'),
  InputIssue: held('code message path rule'),
  Label: held('label value'),
  LocalizedText: held('en fr'),
  Money: held('cents currency formatted'),
  NextStep: held('kind label maskedAddress organizationId retryAfterSeconds support'),
  PageInfo: held('endCursor hasNextPage hasPreviousPage startCursor'),
};

/** What a success or a problem says itself to whoever acted, beside `message`, `next` and what has a type above. */
export const SAID_BY_ANSWERS: Readonly<Record<string, string>> = {
  AcceptInvitationSuccess: 'accepted',
  AcceptPrincipalHandoverSuccess: 'awaitingApproval',
  AddressReplacementOpen: 'effectiveAt',
  AdvanceClockSuccess: 'now',
  AlreadyMember: 'membershipId',
  BankFileUnreadable: 'fault where',
  BeginPasskeyRegistrationSuccess: 'options',
  CompletionLinkSuccess: 'expiresAt fact greeting',
  ConfirmEmailSuccess: 'address',
  ConfirmTotpSuccess: 'recoveryCodes',
  CreatePayLinkSuccess: 'token url',
  CreateUploadSuccess: 'expiresAt method url',
  CurrentPasswordWrong: 'path',
  DeathOnRecord: 'diedOn',
  DeclareIntentToPaySuccess: 'deadlineAt',
  DelegateLimitReached: 'limit',
  DocumentsNotAccepted: 'path',
  EnrollTotpSuccess: 'qrCode secret uri',
  ExportCompletionLinksSuccess: 'csv expiresAt linkCount remaining',
  ExportRunning: 'exportJobId',
  ImportRunning: 'importRunId',
  InvitationAddressMismatch: 'maskedAddress',
  InvitationExpired: 'canReissue expiredAt maskedAddress',
  InvitationNotIssued: 'outcome',
  IssueTestInvitationSuccess: 'code',
  JoinRequestOpen: 'expiresAt',
  JoinRequestOver: 'state',
  MailNotResendable: 'why',
  MemberNumberWrong: 'guessesLeft path',
  MembershipChangeNotPossible: 'why',
  MergeBillsTwice: 'invoiceNumbers',
  MergeNeedsOneMembership: 'memberNumbers',
  MergeUndoTooLate: 'undoUntil',
  OrganizationCodeExpired: 'expiredAt',
  PasswordResetSuccess: 'expiresAt firstAccess greeting',
  PeriodClosedAlready: 'throughOn',
  PrincipalHandoverOpen: 'expiresAt',
  PaymentDeclined: 'reason',
  RegenerateRecoveryCodesSuccess: 'recoveryCodes',
  RegisterClientDocumentsSuccess: 'added sha256',
  RegisterClientSuccess: 'key',
  RegisterPasskeySuccess: 'recoveryCodes',
  ReissueExpiredInvitationSuccess: 'maskedAddress',
  RemittanceMovedOn: 'state',
  ReplaceLostAddressSuccess: 'done effectiveAt',
  ResetPasswordSuccess: 'deviceToken',
  ResetSecondFactorsSuccess: 'done effectiveAt',
  ResetTestDataSuccess: 'now',
  RotateClientKeySuccess: 'key',
  RotateOrganizationCodeSuccess: 'code',
  ScopesBeyondOwn: 'scopes',
  SecondFactorRefused: 'path',
  TooManyAttempts: 'retryAfterSeconds',
  TransferNotPossible: 'why',
  TransferOpen: 'expiresAt',
  TransferOver: 'state',
  UploadQuotaReached: 'limit quota used',
  UsernameTaken: 'path suggestions',
};
