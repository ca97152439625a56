import type { FurnishedBody } from './furnished-body.ts';

/** The bodies of one tree, as seen from one of them, and one of another tree. */
export const PLACES = ['own', 'sibling', 'parent', 'independent', 'foreign'] as const;
export type PlaceName = (typeof PLACES)[number];

/** Whose records: of each body, and of one person whom three bodies have on file. */
export const RECORDS = [...PLACES, 'twoOwn', 'twoSibling', 'twoForeign'] as const;
export type RecordsName = (typeof RECORDS)[number];

/** What there is to see of a body's records, by who may see it. */
export type Facet =
  /** What a body tells everybody of its tree: its name, its sections, its classes. */
  | 'PUBLIC'
  /** An organization, with those who act for it. */
  | 'HOUSE'
  /** A person's membership and its history. */
  | 'MEMBERSHIP'
  /** An account, its addresses, sessions, mails and files, and who asks to join. */
  | 'PRIVATE'
  /** What somebody owes, and how it was paid. */
  | 'MONEY'
  /** What things cost. */
  | 'PRICES'
  /** What the treasury alone decides about. */
  | 'TREASURY'
  /** Whom the office invited, and its own people. */
  | 'OFFICE'
  /** The one name of the office that the treasury sees: who asked for what it approves. */
  | 'ASKER'
  /** Clients with their keys, and the staff's assignments. */
  | 'ADMINISTRATION'
  /** What is in mails alone. */
  | 'SECRET';

const READABLE: readonly Facet[] = ['HOUSE', 'MEMBERSHIP'];
const HELD: readonly Facet[] = ['HOUSE', 'MEMBERSHIP', 'PRIVATE', 'MONEY'];
const OFFICE: readonly Facet[] = [...HELD, 'PRICES', 'OFFICE', 'ASKER'];
const ALL: readonly Facet[] = [...OFFICE, 'TREASURY', 'ADMINISTRATION'];

/** How somebody is signed in, if at all: through which body's site or tool, as whom. */
export interface Caller {
  readonly client: `${PlaceName} ${'site' | 'tool'}`;
  readonly who:
    | 'nobody'
    /** Principal delegate and member by themselves. */
    | `holder ${'own' | 'foreign'}`
    | 'holder two'
    | `delegate ${'DUES' | 'VOTING' | 'CONTACT'}`
    /** On file at the body and nothing more. */
    | `stranger ${'own' | 'sibling'}`
    /** With their assignments: place, role, and `+` for what is below. */
    | `staff ${string}`;
  /** What they see beside what is public in their client's tree. */
  readonly sees: Partial<Record<RecordsName, readonly Facet[]>>;
}

const at = (facets: readonly Facet[], ...records: readonly RecordsName[]): Caller['sees'] =>
  Object.fromEntries(records.map(name => [name, facets]));
const ofOwn = (facets: readonly Facet[]): Caller['sees'] => at(facets, 'own', 'twoOwn');

/** THE table: who sees what of whose records. Whatever stands in no row is seen by nobody. */
export const CALLERS: readonly Caller[] = [
  ...(['own site', 'own tool', 'sibling tool', 'foreign tool'] as const).map(client => ({
    client,
    who: 'nobody' as const,
    sees: {},
  })),
  { client: 'own site', who: 'holder own', sees: at(HELD, 'own') },
  { client: 'own tool', who: 'holder own', sees: at(HELD, 'own') },
  { client: 'parent site', who: 'holder own', sees: at(HELD, 'own') },
  ...(['DUES', 'VOTING', 'CONTACT'] as const).map(
    role => ({ client: 'own site', who: `delegate ${role}`, sees: at(['HOUSE'], 'own') }) as const,
  ),
  { client: 'own site', who: 'stranger own', sees: {} },
  { client: 'own site', who: 'holder two', sees: at(HELD, 'twoOwn', 'twoSibling') },
  { client: 'sibling site', who: 'holder two', sees: at(HELD, 'twoOwn', 'twoSibling') },
  { client: 'foreign site', who: 'holder two', sees: at(HELD, 'twoForeign') },

  {
    client: 'own tool',
    who: 'staff own FINANCE',
    sees: ofOwn([...READABLE, 'MONEY', 'PRICES', 'TREASURY', 'ASKER']),
  },
  ...(['LEARNING', 'INSURANCE', 'READER'] as const).map(
    role => ({ client: 'own tool', who: `staff own ${role}`, sees: ofOwn(READABLE) }) as const,
  ),
  { client: 'own tool', who: 'staff own MEMBERSHIP', sees: ofOwn(OFFICE) },
  { client: 'own tool', who: 'staff own ADMIN', sees: ofOwn(ALL) },
  { client: 'own tool', who: 'staff own ADMIN+', sees: ofOwn(ALL) },
  { client: 'parent tool', who: 'staff own ADMIN+', sees: ofOwn(ALL) },
  // A site that anybody can open exercises nobody's assignment.
  { client: 'own site', who: 'staff own ADMIN+', sees: {} },

  { client: 'parent tool', who: 'staff parent ADMIN', sees: at(ALL, 'parent') },
  {
    client: 'parent tool',
    who: 'staff parent ADMIN+',
    sees: at(ALL, 'parent', 'own', 'sibling', 'twoOwn', 'twoSibling'),
  },
  {
    client: 'parent tool',
    who: 'staff parent READER+',
    sees: at(READABLE, 'parent', 'own', 'sibling', 'twoOwn', 'twoSibling'),
  },
  // The role of one assignment does not go as far as another.
  {
    client: 'parent tool',
    who: 'staff parent ADMIN, parent READER+',
    sees: { ...at(READABLE, 'own', 'sibling', 'twoOwn', 'twoSibling'), ...at(ALL, 'parent') },
  },
  // Nor does an assignment above the tool's own body.
  { client: 'own tool', who: 'staff parent ADMIN+', sees: {} },
  { client: 'sibling tool', who: 'staff sibling ADMIN+', sees: at(ALL, 'sibling', 'twoSibling') },
  { client: 'own tool', who: 'staff sibling ADMIN+', sees: {} },
  { client: 'independent tool', who: 'staff independent ADMIN+', sees: at(ALL, 'independent') },
  { client: 'parent tool', who: 'staff independent ADMIN+', sees: {} },
  { client: 'foreign tool', who: 'staff foreign ADMIN+', sees: at(ALL, 'foreign', 'twoForeign') },
  { client: 'foreign site', who: 'holder foreign', sees: at(HELD, 'foreign') },
];

/** They name what is of `own`, and are told that there is no such thing. */
export const OUTSIDERS: readonly string[] = [
  'own site: nobody',
  'own site: stranger own',
  'own tool: staff own READER',
  'own site: staff own ADMIN+',
  'parent tool: staff parent ADMIN',
  'parent tool: staff parent ADMIN, parent READER+',
  'sibling tool: nobody',
  'sibling tool: staff sibling ADMIN+',
  'own tool: staff sibling ADMIN+',
  'independent tool: staff independent ADMIN+',
  'foreign tool: staff foreign ADMIN+',
];

export const nameOf = ({ client, who }: Pick<Caller, 'client' | 'who'>): string => `${client}: ${who}`;

const FACETS: Partial<Record<keyof FurnishedBody['ids'], Facet>> = {
  Association: 'PUBLIC',
  Section: 'PUBLIC',
  MembershipClass: 'PUBLIC',
  AssociationDocument: 'PUBLIC',
  Organization: 'HOUSE',
  Delegation: 'HOUSE',
  PrincipalHandover: 'HOUSE',
  Representation: 'HOUSE',
  Person: 'HOUSE',
  Membership: 'MEMBERSHIP',
  Affiliation: 'MEMBERSHIP',
  Term: 'MEMBERSHIP',
  Account: 'PRIVATE',
  AccountAddress: 'PRIVATE',
  Session: 'PRIVATE',
  Hold: 'MEMBERSHIP',
  MembershipTransfer: 'MEMBERSHIP',
  Mail: 'PRIVATE',
  JoinRequest: 'PRIVATE',
  Upload: 'PRIVATE',
  FeeItem: 'PRICES',
  Invoice: 'MONEY',
  InvoiceLine: 'MONEY',
  CreditNote: 'MONEY',
  BillToChange: 'MONEY',
  PayLink: 'MONEY',
  CardPayment: 'MONEY',
  IntentToPay: 'MONEY',
  Payment: 'TREASURY',
  Refund: 'TREASURY',
  ParkedReceipt: 'TREASURY',
  RemittanceBatch: 'TREASURY',
  Invitation: 'OFFICE',
  ImportRun: 'OFFICE',
  InvitationRun: 'OFFICE',
  RecordMerge: 'OFFICE',
  MergeTask: 'OFFICE',
};

/** What bears a body's mark and stands nowhere else. A kind of record of which nothing is said is for administrators. */
export function canariesOf(body: FurnishedBody, isShared: boolean): readonly (readonly [Facet, string])[] {
  const { mark, ids, account, association } = body;
  const words: readonly (readonly [Facet, string])[] = [
    ...[`section ${mark}`, `membre ${mark}`, `p-${mark}`, `o-${mark}`].map(word => ['PUBLIC', word] as const),
    ['PUBLIC', association.nameFr],
    ['PUBLIC', association.nameEn],
    ...['inc.', '-8'].map(end => ['HOUSE', mark + (end === '-8' ? end : ` ${end}`)] as const),
    ...[`maison ${mark}`, `house of ${mark}`, `écuyer-${mark}`, `relève-${mark}`].map(
      word => ['HOUSE', word] as const,
    ),
    ['HOUSE', `rue ${mark}`],
    ['HOUSE', `medias@${mark}.example`],
    ['MEMBERSHIP', `${mark}-7`],
    ['PRIVATE', `venu-${mark}`],
    ['PRIVATE', `preuve-${mark}`],
    ...(isShared ? [] : [['PRIVATE', account.address] as const]),
    ['OFFICE', `invité-${mark}`],
    ['OFFICE', `convive-${mark}`],
    ['OFFICE', `bureau-${mark}`],
    ['ASKER', `demande-${mark}`],
    ['ADMINISTRATION', body.siteKey],
    ['SECRET', body.code],
    ['SECRET', body.toolKey],
  ];
  const named = Object.entries(ids)
    .filter(([kind]) => !isShared || !['Account', 'AccountAddress'].includes(kind))
    .map(([kind, id]) => [FACETS[kind as keyof typeof ids] ?? 'ADMINISTRATION', id] as const);
  return [...words, ...named].map(([facet, word]) => [facet, word.toLowerCase()]);
}
