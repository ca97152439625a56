import type { GraphQLResolveInfo } from 'graphql';
import { AssociationEntity, associationView, type Association } from '../modules/associations/index.ts';
import { asksForMore } from './selection.ts';

/** How much of an association a read brings along: what most ask for, or all of it. */
export type AssociationPart = 'BRIEF' | 'WHOLE';

/** An association as JSON, for reads that bring it along. `a` names the table. */
export const associationJson = (a: string, part: AssociationPart): string =>
  `(select row_to_json(f) from (select ${COLUMNS[part].map(column => `${a}.${snake(column)} as "${column}"`).join(', ')}) f)`;

export const associationOfJson = (json: AssociationEntity): Association =>
  associationView(Object.assign(new AssociationEntity(), json));

/** Whether more of an association is asked for than a brief one has, wherever: several ways lead to one view. */
export const asksForWholeAssociation = (info: GraphQLResolveInfo): boolean =>
  asksForMore(info, 'association', BRIEF_FIELDS);

/** What the brief columns answer; an association of which something else is asked is read whole. */
const BRIEF_FIELDS = ['__typename', 'id', 'code', 'kind', 'name', 'names', 'shortName', 'timeZone'];

const BRIEF = [
  'id',
  'code',
  'kind',
  'parentId',
  'rootId',
  'nameFr',
  'nameEn',
  'shortNameFr',
  'shortNameEn',
  'timeZone',
] as const satisfies readonly (keyof AssociationEntity)[];

const WHOLE = [
  ...BRIEF,
  'independent',
  'provinces',
  'yearStartsOn',
  'languagePolicy',
  'identifierPolicy',
  'usernameCase',
  'passwordProfile',
  'invitationMismatch',
  'invitationDays',
  'senderNameFr',
  'senderNameEn',
  'senderAddress',
  'postalAddress',
  'supportEmail',
  'supportPhone',
  'supportTollFreePhone',
  'websiteFr',
  'websiteEn',
  'brandColour',
  'brandTextColour',
  'brandLogoUrl',
  'pagesClientId',
] as const satisfies readonly (keyof AssociationEntity)[];

const COLUMNS: Record<AssociationPart, readonly (keyof AssociationEntity)[]> = { BRIEF, WHOLE };

const snake = (name: string): string => name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`);
