import { AssociationEntity, associationView, type Association } from '../modules/associations/index.ts';

/** An association as JSON, for reads that bring it along. `a` names the table. */
export const associationJson = (a: string): string =>
  `(select row_to_json(f) from (select ${COLUMNS.map(column => `${a}.${snake(column)} as "${column}"`).join(', ')}) f)`;

export const associationOfJson = (json: AssociationEntity): Association =>
  associationView(Object.assign(new AssociationEntity(), json));

const COLUMNS = [
  'id',
  'code',
  'kind',
  'parentId',
  'rootId',
  'independent',
  'nameFr',
  'nameEn',
  'shortNameFr',
  'shortNameEn',
  'provinces',
  'timeZone',
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

const snake = (name: string): string => name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`);
