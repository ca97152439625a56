import type { Clock } from './clock.ts';
import type { Random } from './random.ts';

declare const kindOfId: unique symbol;

/** A uuid that knows whose id it is: an `InvitationId` cannot be passed where an `AccountId` is due. */
export type Id<Kind extends string> = string & { readonly [kindOfId]: Kind };

/** The public prefix of every kind of record that the API names by id. */
export const ID_PREFIXES = {
  Account: 'acc',
  Person: 'per',
  Organization: 'org',
  Delegation: 'dlg',
  Association: 'asc',
  AssociationDocument: 'doc',
  Section: 'sec',
  Membership: 'mem',
  MembershipClass: 'cls',
  Affiliation: 'aff',
  Term: 'trm',
  Invitation: 'inv',
  Session: 'ses',
  Client: 'cli',
  StaffAssignment: 'sta',
  Mail: 'mai',
  MergeTask: 'mrg',
  RecordMerge: 'mgd',
  SecondFactor: 'fac',
  AccountAddress: 'adr',
  PrincipalHandover: 'hov',
  SharingAgreement: 'sha',
  ImportRun: 'imp',
  InvitationRun: 'ivr',
  JoinRequest: 'jrq',
  Representation: 'rep',
  Upload: 'upl',
  ExportJob: 'exp',
  Hold: 'hld',
  MembershipTransfer: 'trf',
  FeeItem: 'fee',
  Invoice: 'ivc',
  InvoiceLine: 'lin',
  CreditNote: 'cnt',
  BillToChange: 'btc',
  PayLink: 'plk',
  Payment: 'pay',
  CardPayment: 'cpm',
  ParkedReceipt: 'pkr',
  IntentToPay: 'itp',
  Refund: 'rfd',
  RemittanceBatch: 'rmb',
} as const;

/** A kind of record that has a public id. */
export type IdKind = keyof typeof ID_PREFIXES;

export type AccountId = Id<'Account'>;
export type PersonId = Id<'Person'>;
export type OrganizationId = Id<'Organization'>;
export type DelegationId = Id<'Delegation'>;
export type AssociationId = Id<'Association'>;
export type AssociationDocumentId = Id<'AssociationDocument'>;
export type SectionId = Id<'Section'>;
export type MembershipId = Id<'Membership'>;
export type MembershipClassId = Id<'MembershipClass'>;
export type AffiliationId = Id<'Affiliation'>;
export type TermId = Id<'Term'>;
export type InvitationId = Id<'Invitation'>;
export type SessionId = Id<'Session'>;
export type ClientId = Id<'Client'>;
export type StaffAssignmentId = Id<'StaffAssignment'>;
export type MailId = Id<'Mail'>;
export type MergeTaskId = Id<'MergeTask'>;
export type RecordMergeId = Id<'RecordMerge'>;
export type SecondFactorId = Id<'SecondFactor'>;
export type AccountAddressId = Id<'AccountAddress'>;
export type PrincipalHandoverId = Id<'PrincipalHandover'>;
export type SharingAgreementId = Id<'SharingAgreement'>;
export type ImportRunId = Id<'ImportRun'>;
export type InvitationRunId = Id<'InvitationRun'>;
export type JoinRequestId = Id<'JoinRequest'>;
export type RepresentationId = Id<'Representation'>;
export type UploadId = Id<'Upload'>;
export type ExportJobId = Id<'ExportJob'>;
export type HoldId = Id<'Hold'>;
export type MembershipTransferId = Id<'MembershipTransfer'>;
export type FeeItemId = Id<'FeeItem'>;
export type InvoiceId = Id<'Invoice'>;
export type InvoiceLineId = Id<'InvoiceLine'>;
export type CreditNoteId = Id<'CreditNote'>;
export type BillToChangeId = Id<'BillToChange'>;
export type PayLinkId = Id<'PayLink'>;
export type PaymentId = Id<'Payment'>;
export type CardPaymentId = Id<'CardPayment'>;
export type ParkedReceiptId = Id<'ParkedReceipt'>;
export type IntentToPayId = Id<'IntentToPay'>;
export type RefundId = Id<'Refund'>;
export type RemittanceBatchId = Id<'RemittanceBatch'>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The alphabet leaves out 0, O, I and l: ids are read aloud to support desks. */
const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const PUBLIC_ID = /^([a-z]{3})_([1-9A-HJ-NP-Za-km-z]{22})$/;
const BASE58_WIDTH = 22;
const UUID_LIMIT = 1n << 128n;
/** As many digits as a plain number holds: dividing a bigint for each of them takes several times as long. */
const PART_WIDTH = 9;
const PART_LIMIT = 58n ** 9n;

const KIND_OF_PREFIX = new Map<string, IdKind>(
  Object.entries(ID_PREFIXES).map(([kind, prefix]) => [prefix, kind as IdKind]),
);

/**
 * A new uuid of version 7: the millisecond first, then 74 random bits.
 * Ids of different milliseconds sort by time, which keeps indexes compact; within one millisecond they do not.
 */
export function newId<Kind extends string>(clock: Clock, random: Random): Id<Kind> {
  const millisecond = clock.now().getTime();
  if (!Number.isSafeInteger(millisecond) || millisecond < 0 || millisecond >= 2 ** 48) {
    throw new RangeError('an id needs an instant from 1970 on');
  }
  const bytes = random(10);
  if (bytes.length !== 10) throw new RangeError(`an id needs 10 random bytes, got ${bytes.length}`);

  const chance = bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  const versionAndChance = (0x7n << 12n) | (chance >> 68n);
  const variantAndChance = (0b10n << 62n) | (chance & ((1n << 62n) - 1n));
  return uuidOf((BigInt(millisecond) << 80n) | (versionAndChance << 64n) | variantAndChance) as Id<Kind>;
}

/** The id as the API shows it: `inv_` and 22 base58 characters, always the same width. */
export function toPublicId<Kind extends IdKind>(kind: Kind, uuid: Id<Kind>): string {
  if (!UUID.test(uuid)) throw new RangeError('only a uuid in lower case becomes a public id');

  const value = BigInt(`0x${uuid.replaceAll('-', '')}`);
  const [low, rest] = [Number(value % PART_LIMIT), value / PART_LIMIT];
  const [middle, high] = [Number(rest % PART_LIMIT), Number(rest / PART_LIMIT)];
  return `${ID_PREFIXES[kind]}_${base58(high, BASE58_WIDTH - 2 * PART_WIDTH)}${base58(middle)}${base58(low)}`;
}

function base58(value: number, width = PART_WIDTH): string {
  let digits = '';
  for (let left = value; digits.length < width; left = Math.floor(left / 58))
    digits = BASE58.charAt(left % 58) + digits;
  return digits;
}

/** Reads a public id of one kind; a malformed id, or one of another kind, is `null` like an absent one. */
export function fromPublicId<Kind extends IdKind>(kind: Kind, text: string): Id<Kind> | null {
  const read = readPublicId(text);
  return read?.kind === kind ? (read.id as Id<Kind>) : null;
}

/** A public id taken apart: `kind` narrows the type of `id`. */
export type PublicId = { [Kind in IdKind]: { readonly kind: Kind; readonly id: Id<Kind> } }[IdKind];

/** Reads a public id of any kind. Each id has one spelling: whatever `toPublicId` would not write is `null`. */
export function readPublicId(text: string): PublicId | null {
  const [, prefix, digits] = PUBLIC_ID.exec(text) ?? [];
  const kind = prefix === undefined ? undefined : KIND_OF_PREFIX.get(prefix);
  if (kind === undefined || digits === undefined) return null;

  let value = 0n;
  for (const digit of digits) value = value * 58n + BigInt(BASE58.indexOf(digit));
  return value < UUID_LIMIT ? ({ kind, id: uuidOf(value) } as PublicId) : null;
}

function uuidOf(value: bigint): string {
  const hex = value.toString(16).padStart(32, '0');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
