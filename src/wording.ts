import {
  accountsWordingEn,
  accountsWordingFr,
  lostAddressWordingEn,
  lostAddressWordingFr,
  recoveryWordingEn,
  recoveryWordingFr,
  secondFactorsWordingEn,
  secondFactorsWordingFr,
  sessionsWordingEn,
  sessionsWordingFr,
} from './modules/accounts/index.ts';
import { associationsWordingEn, associationsWordingFr } from './modules/associations/index.ts';
import {
  cardsWordingEn,
  cardsWordingFr,
  invoicesWordingEn,
  invoicesWordingFr,
  ledgerWordingEn,
  ledgerWordingFr,
  paymentsWordingEn,
  paymentsWordingFr,
  pricesWordingEn,
  pricesWordingFr,
} from './modules/billing/index.ts';
import { documentsWordingEn, documentsWordingFr } from './modules/documents/index.ts';
import { importsWordingEn, importsWordingFr } from './modules/imports/index.ts';
import { integrationsWordingEn, integrationsWordingFr } from './modules/integrations/index.ts';
import {
  completionWordingEn,
  completionWordingFr,
  invitationsWordingEn,
  invitationsWordingFr,
} from './modules/invitations/index.ts';
import {
  changesWordingEn,
  changesWordingFr,
  deathWordingEn,
  deathWordingFr,
  membershipsWordingEn,
  membershipsWordingFr,
  transfersWordingEn,
  transfersWordingFr,
} from './modules/memberships/index.ts';
import {
  joiningWordingEn,
  joiningWordingFr,
  organizationsWordingEn,
  organizationsWordingFr,
} from './modules/organizations/index.ts';
import { peopleWordingEn, peopleWordingFr } from './modules/people/index.ts';
import { actsWordingEn, actsWordingFr, privacyWordingEn, privacyWordingFr } from './modules/privacy/index.ts';
import { signOnWordingEn, signOnWordingFr } from './modules/sign-on/index.ts';
import { testRealmWordingEn, testRealmWordingFr } from './modules/test-realm/index.ts';
import { mailsWordingEn, mailsWordingFr } from './modules/mails/index.ts';
import { mailWordingEn, mailWordingFr } from './platform/mail/index.ts';
import { readModelsWordingEn } from './read-models/read-models.wording.en.ts';
import { readModelsWordingFr } from './read-models/read-models.wording.fr.ts';
import { createWordings, type Catalogue } from './platform/wording/catalogue.ts';
import { platformWordingEn } from './platform/wording/platform.wording.en.ts';
import { platformWordingFr } from './platform/wording/platform.wording.fr.ts';
import type { Wordings } from './platform/wording/wording.ts';

/** Every sentence that the house says, module by module. A key that one language lacks stops the start. */
export const catalogues: readonly Catalogue[] = [
  { fr: platformWordingFr, en: platformWordingEn },
  { fr: mailWordingFr, en: mailWordingEn },
  { fr: associationsWordingFr, en: associationsWordingEn },
  { fr: integrationsWordingFr, en: integrationsWordingEn },
  { fr: accountsWordingFr, en: accountsWordingEn },
  { fr: recoveryWordingFr, en: recoveryWordingEn },
  { fr: secondFactorsWordingFr, en: secondFactorsWordingEn },
  { fr: lostAddressWordingFr, en: lostAddressWordingEn },
  { fr: sessionsWordingFr, en: sessionsWordingEn },
  { fr: peopleWordingFr, en: peopleWordingEn },
  { fr: mailsWordingFr, en: mailsWordingEn },
  { fr: documentsWordingFr, en: documentsWordingEn },
  { fr: organizationsWordingFr, en: organizationsWordingEn },
  { fr: joiningWordingFr, en: joiningWordingEn },
  { fr: membershipsWordingFr, en: membershipsWordingEn },
  { fr: changesWordingFr, en: changesWordingEn },
  { fr: transfersWordingFr, en: transfersWordingEn },
  { fr: deathWordingFr, en: deathWordingEn },
  { fr: pricesWordingFr, en: pricesWordingEn },
  { fr: invoicesWordingFr, en: invoicesWordingEn },
  { fr: paymentsWordingFr, en: paymentsWordingEn },
  { fr: cardsWordingFr, en: cardsWordingEn },
  { fr: ledgerWordingFr, en: ledgerWordingEn },
  { fr: invitationsWordingFr, en: invitationsWordingEn },
  { fr: completionWordingFr, en: completionWordingEn },
  { fr: readModelsWordingFr, en: readModelsWordingEn },
  { fr: importsWordingFr, en: importsWordingEn },
  { fr: privacyWordingFr, en: privacyWordingEn },
  { fr: actsWordingFr, en: actsWordingEn },
  { fr: signOnWordingFr, en: signOnWordingEn },
  { fr: testRealmWordingFr, en: testRealmWordingEn },
];

let made: Wordings | undefined;

/** Made once in a process: every sentence is checked when they are. */
export const createHouseWordings = (): Wordings => (made ??= createWordings(catalogues));
