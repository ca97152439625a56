import { getNullableType, isEnumType, isInputObjectType, isListType, isNonNullType } from 'graphql';
import { newId, toPublicId, type IdKind } from '../../src/kernel/id.ts';
import type { Parts } from '../../src/platform/context.ts';
import type { FurnishedBody } from './furnished-body.ts';
import type { Operation, Place } from './every-operation.ts';

/** Stands in whatever text is sent; no answer may have it, in whatever case. */
export const CANARY = 'kanari';
/** The same for numbers. */
export const CANARY_NUMBER = 77_182_917;

/** A value that does not belong in its place. */
export interface WrongValue {
  readonly what: string;
  /** Undefined leaves the place out. */
  readonly value: unknown;
  /** An optional line that is empty or blank counts as left out, so it may be taken. */
  readonly meansNothing?: boolean;
  /** So large that one place of each operation has to do. */
  readonly isHuge?: boolean;
}

export interface Ids {
  readonly ours: FurnishedBody['ids'];
  readonly foreign: FurnishedBody['ids'];
  /** A well-formed id that nothing has. */
  readonly absent: (kind: IdKind) => string;
}

export const idsOf = (
  parts: Pick<Parts, 'clock' | 'random'>,
  ours: FurnishedBody,
  theirs: FurnishedBody,
): Ids => ({
  ours: ours.ids,
  foreign: theirs.ids,
  absent: kind => toPublicId(kind, newId(parts.clock, parts.random)),
});

const KINDS: Readonly<Record<string, keyof FurnishedBody['ids']>> = {
  associationId: 'Association',
  sectionId: 'Section',
  organizationId: 'Organization',
  personId: 'Person',
  personIds: 'Person',
  toPersonId: 'Person',
  handoverId: 'PrincipalHandover',
  requestId: 'JoinRequest',
  keptPersonId: 'Person',
  otherPersonId: 'Person',
  keptOrganizationId: 'Organization',
  otherOrganizationId: 'Organization',
  mergeId: 'RecordMerge',
  mergeTaskId: 'MergeTask',
  membershipId: 'Membership',
  membershipClassId: 'MembershipClass',
  transferId: 'MembershipTransfer',
  holdId: 'Hold',
  toClassId: 'MembershipClass',
  invitationId: 'Invitation',
  clientId: 'Client',
  staffAssignmentId: 'StaffAssignment',
  sharingAgreementId: 'SharingAgreement',
  toAssociationId: 'Association',
  representativePersonId: 'Person',
  representationId: 'Representation',
  secondFactorId: 'SecondFactor',
  addressId: 'AccountAddress',
  sessionId: 'Session',
  mailId: 'Mail',
  acceptedDocuments: 'AssociationDocument',
  upload: 'Upload',
  uploadId: 'Upload',
  importRun: 'ImportRun',
  importRunId: 'ImportRun',
  exportJob: 'ExportJob',
  subjectId: 'Association',
  actorId: 'Account',
  invitationRun: 'InvitationRun',
  invitationRunId: 'InvitationRun',
  organization: 'Organization',
  membership: 'Membership',
  node: 'Organization',
  feeItemId: 'FeeItem',
  classId: 'MembershipClass',
  invoice: 'Invoice',
  lineId: 'InvoiceLine',
  payLinkId: 'PayLink',
  billToChangeId: 'BillToChange',
  issuerId: 'Association',
  supplierId: 'Association',
  invoiceId: 'Invoice',
  invoiceIds: 'Invoice',
  refundId: 'Refund',
  paymentId: 'Payment',
  payerId: 'Person',
  cardPayment: 'CardPayment',
  parkedReceiptId: 'ParkedReceipt',
  bookId: 'Association',
  bodyId: 'Association',
  remittanceId: 'RemittanceBatch',
  remittanceBatch: 'RemittanceBatch',
};

/** What kind of record an id in this place names. */
export function kindOfId({ name }: Operation, { path }: Place): keyof FurnishedBody['ids'] {
  const field = path.findLast(step => typeof step === 'string') ?? '';
  const kind = KINDS[field === 'id' ? name : field];
  if (!kind) throw new Error(`say what kind of id belongs in ${name} ${path.join('.')}`);
  return kind;
}

const LONGEST = 100_000;
const MOST_ITEMS = 250;

export function wrongValues(operation: Operation, place: Place, ids: Ids): readonly WrongValue[] {
  const type = getNullableType(place.type);
  const absent: WrongValue[] = isNonNullType(place.type)
    ? [
        { what: 'null', value: null },
        ...(typeof place.path.at(-1) === 'number' ? [] : [{ what: 'nothing', value: undefined }]),
      ]
    : [];
  if (isListType(type)) {
    return [
      ...absent,
      { what: 'a list that is too long', value: Array<unknown>(MOST_ITEMS + 1).fill(`${CANARY}-item`) },
      { what: 'a list of nulls', value: [null] },
      { what: 'an object for a list', value: { [CANARY]: CANARY } },
    ];
  }
  if (isInputObjectType(type)) {
    return [
      ...absent,
      { what: 'a text for an object', value: `${CANARY}-text` },
      { what: 'a number for an object', value: CANARY_NUMBER },
      { what: 'an unknown field', value: { [`${CANARY}Field`]: `${CANARY}-value` } },
      { what: 'a prototype', value: JSON.parse(`{"__proto__": {"${CANARY}": true}}`) },
    ];
  }
  const wrongType = [
    { what: 'a truth value', value: true },
    { what: 'a list', value: [`${CANARY}-1`, `${CANARY}-2`] },
    { what: 'an object', value: { [CANARY]: `${CANARY}-value` } },
  ];
  if (isEnumType(type)) {
    return [
      ...absent,
      ...wrongType,
      { what: 'a number', value: CANARY_NUMBER },
      { what: 'an unknown value', value: CANARY.toUpperCase() },
      { what: 'the empty text', value: '' },
    ];
  }
  switch (type.name) {
    case 'Int':
      return [...absent, ...wrongType, ...wrongNumbers(place)];
    case 'SafeInt':
      return [
        ...absent,
        ...wrongType,
        { what: 'a text', value: `${CANARY}-1` },
        { what: 'a fraction', value: 1.5 },
        { what: 'more than a number holds', value: 2 ** 53 },
      ];
    case 'Boolean':
      return [
        ...absent,
        ...wrongType.filter(({ value }) => value !== true),
        { what: 'a text', value: `${CANARY}-true` },
        { what: 'a number', value: CANARY_NUMBER },
      ];
    case 'Date':
      return [
        ...absent,
        ...wrongType,
        { what: 'a number', value: CANARY_NUMBER },
        { what: 'a text', value: `${CANARY}-then` },
        { what: 'the empty text', value: '' },
        { what: 'a day that no year has', value: '2027-02-30' },
        { what: 'an instant', value: '2027-02-03T04:05:06Z' },
        { what: 'a year of five digits', value: '12027-02-03' },
        { what: 'the last day of all', value: '9999-12-31' },
      ];
    case 'DateTime':
      return [
        ...absent,
        ...wrongType,
        { what: 'a text', value: `${CANARY}-then` },
        { what: 'the empty text', value: '' },
        { what: 'a day without an hour', value: '2027-02-03' },
        { what: 'a day that no year has', value: '2027-02-30T00:00:00Z' },
        { what: 'an hour without a zone', value: '2027-02-03T04:05:06' },
        { what: 'a year of five digits', value: '+012027-02-03T04:05:06Z' },
      ];
    case 'ID':
      return [...absent, ...wrongType, ...wrongIds(operation, place, ids)];
    case 'String':
      return [
        ...absent,
        ...wrongType,
        { what: 'a number', value: CANARY_NUMBER },
        ...wrongTexts(place),
        ...forgedCursors(operation, place),
      ];
    default:
      throw new Error(`say what does not belong in a ${type.name}`);
  }
}

/** Of these more than a hundred are nothing unusual. */
const BEYOND_A_HUNDRED = [
  'changeDueDays',
  'days',
  'intentDays',
  'nsfFeeCents',
  'quantity',
  'secondPersonAbove',
];
/** Of cents, hours, minutes, seconds and bytes there can be many. */
const UNBOUNDED = [
  'approvalAboveCents',
  'hours',
  'lateAfterDays',
  'minutes',
  'resetLinkMinutes',
  'seconds',
  'size',
];

function wrongNumbers({ path }: Place): readonly WrongValue[] {
  const field = String(path.at(-1));
  return [
    { what: 'a text', value: `${CANARY}-5` },
    { what: 'a fraction', value: CANARY_NUMBER + 0.5 },
    { what: 'less than none', value: -1_000 },
    ...([...BEYOND_A_HUNDRED, ...UNBOUNDED].includes(field) ? [] : [{ what: 'one too many', value: 101 }]),
    ...(UNBOUNDED.includes(field) ? [] : [{ what: 'far too many', value: CANARY_NUMBER }]),
    { what: 'more than 32 bits', value: CANARY_NUMBER * 1_000 },
  ];
}

const wrongIds = (operation: Operation, place: Place, ids: Ids): WrongValue[] => {
  const kind = kindOfId(operation, place);
  // `node` finds whatever may be seen, so there it is a kind that nobody sees.
  const otherKind = operation.name === 'node' || kind === 'Section' ? 'AssociationDocument' : 'Section';
  return [
    { what: 'the empty text', value: '' },
    { what: 'only spaces', value: '   ' },
    { what: 'a number', value: CANARY_NUMBER },
    { what: 'a malformed id', value: `org_${CANARY}` },
    { what: 'a uuid', value: '0193c0de-0000-7000-8000-000077182917' },
    { what: 'SQL', value: `'; drop table ${CANARY}; --` },
    { what: 'a control character', value: `${ids.ours[kind]}\u0000${CANARY}` },
    { what: 'a very long id', value: CANARY.repeat(LONGEST / CANARY.length), isHuge: true },
    { what: 'the id of nothing', value: ids.absent(kind) },
    { what: 'the id of another kind', value: ids.ours[otherKind] },
    { what: 'the id of another tree', value: ids.foreign[kind] },
  ];
};

/** Made by programs: an empty one is a mistake. */
const OPAQUE = ['idempotencyKey', 'after', 'before'];

/** Whether an empty line counts as none in this place. */
export const takesNothing = ({ path, type }: Place): boolean =>
  String(type) === 'String' && !OPAQUE.includes(String(path.at(-1)));

function wrongTexts(place: Place): WrongValue[] {
  const { description } = place;
  const meansNothing = takesNothing(place);
  const max = Number(/at most (\d+)/.exec(description)?.[1] ?? 1_024);
  const filled = (length: number): string => CANARY.repeat(Math.ceil(length / CANARY.length));
  return [
    { what: 'the empty text', value: '', meansNothing },
    { what: 'only spaces', value: '   ', meansNothing },
    { what: 'twice the longest text', value: filled(2 * max) },
    { what: 'a hundred thousand characters', value: filled(LONGEST), isHuge: true },
    { what: 'the character NUL', value: `${CANARY}\u0000nul` },
    { what: 'a change of direction', value: `${CANARY}\u202Erlo` },
    { what: 'half a character', value: `${CANARY}\uD800` },
  ];
}

function forgedCursors({ name }: Operation, { path }: Place): WrongValue[] {
  if (!['after', 'before'].includes(String(path.at(-1)))) return [];
  const nobody = '00000000-0000-0000-0000-000000000000';
  const forged = [[], [CANARY, CANARY], [null, { [CANARY]: 1 }], { [CANARY]: 1 }];
  // In the other lists a cursor starts with a text, and any text is a place between two others.
  if (name === 'invitations')
    forged.push(['9999-99-99T99:99:99Z', nobody], ['2026-02-30T00:00:00.000000Z', nobody]);
  return forged.map(values => ({
    what: `a forged cursor ${JSON.stringify(values)}`,
    value: Buffer.from(JSON.stringify(values)).toString('base64url'),
  }));
}
