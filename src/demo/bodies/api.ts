import type { DemoBody } from './demo-body.ts';
import { institute } from './institute.ts';

/** The Atlantic institute, an umbrella over three provincial associations. */
const umbrella = institute({
  code: 'api',
  independent: false,
  nameFr: 'Institut des urbanistes de l’Atlantique',
  nameEn: 'Atlantic Planners Institute',
  shortNameFr: 'IUA',
  shortNameEn: 'API',
  provinces: ['NB', 'NL', 'PE'],
  timeZone: 'America/Halifax',
  senderNameFr: 'IUA',
  senderNameEn: 'API',
  senderAddress: 'members@api.example',
  postalAddress: '800 Example Street, Fredericton NB  E3B 1A1',
  supportEmail: 'membership@api.example',
  supportPhone: '+15065550142',
  websiteFr: 'https://atlanticplanners.org/',
  websiteEn: 'https://atlanticplanners.org/',
  brandColour: '#0f4c5c',
  brandTextColour: '#ffffff',
});

interface Provincial {
  readonly code: string;
  readonly nameFr: string;
  readonly nameEn: string;
  readonly shortNameFr: string;
  readonly shortNameEn: string;
  readonly provinces: DemoBody['association']['provinces'];
  readonly timeZone: string;
}

/** The provincial ones leave their mail and their members' questions to the umbrella. */
const provincial = (facts: Provincial): DemoBody =>
  institute(
    { ...umbrella.association, ...facts, senderNameFr: facts.shortNameFr, senderNameEn: facts.shortNameEn },
    'api',
  );

export const atlantic: readonly DemoBody[] = [
  umbrella,
  provincial({
    code: 'nbap',
    nameFr: 'Association des urbanistes du Nouveau-Brunswick',
    nameEn: 'New Brunswick Association of Planners',
    shortNameFr: 'AUNB',
    shortNameEn: 'NBAP',
    provinces: ['NB'],
    timeZone: 'America/Halifax',
  }),
  provincial({
    code: 'nlapp',
    nameFr: 'Newfoundland and Labrador Association of Professional Planners',
    nameEn: 'Newfoundland and Labrador Association of Professional Planners',
    shortNameFr: 'NLAPP',
    shortNameEn: 'NLAPP',
    provinces: ['NL'],
    timeZone: 'America/St_Johns',
  }),
  provincial({
    code: 'peiipp',
    nameFr: 'Prince Edward Island Institute of Professional Planners',
    nameEn: 'Prince Edward Island Institute of Professional Planners',
    shortNameFr: 'PEIIPP',
    shortNameEn: 'PEIIPP',
    provinces: ['PE'],
    timeZone: 'America/Halifax',
  }),
];
