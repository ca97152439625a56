import { registerEnumType } from 'type-graphql';

export enum OrganizationPart {
  LEGAL_NAME = 'LEGAL_NAME',
  PUBLIC_NAMES = 'PUBLIC_NAMES',
  EMAIL = 'EMAIL',
  PHONE = 'PHONE',
  WEBSITE = 'WEBSITE',
  ADDRESS = 'ADDRESS',
}
registerEnumType(OrganizationPart, {
  name: 'OrganizationPart',
  description: 'A part of the record of an organization that is taken as a whole.',
  valuesConfig: {
    PUBLIC_NAMES: { description: 'In both languages.' },
    PHONE: { description: 'With its extension.' },
  },
});
