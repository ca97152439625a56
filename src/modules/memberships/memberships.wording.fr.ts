import type { membershipsWordingEn } from './memberships.wording.en.ts';

export const membershipsWordingFr: Record<keyof typeof membershipsWordingEn, string> = {
  MembershipClassNotFound: 'Cette catégorie ne figure pas parmi celles que vous pouvez régler.',
  'memberships.delegateLimit.ofPeople':
    'Personne n’agit pour un membre qui est une personne\u00a0: choisissez une catégorie d’organisations.',
  'memberships.delegateLimit.range': 'Choisissez un nombre de 1 à {max}, ou aucun.',

  'HolderKind.PERSON': 'Personne',
  'HolderKind.ORGANIZATION': 'Organisation',

  'AffiliationReason.ADMISSION': 'Admission à titre de membre',
  'AffiliationReason.RECLASSIFICATION': 'Changement de catégorie',
  'AffiliationReason.TRANSFER': 'Transfert',
  'AffiliationReason.LEAVE': 'Congé',
  'AffiliationReason.RESIGNATION': 'Démission',
  'AffiliationReason.REMOVAL': 'Radiation',
  'AffiliationReason.REINSTATEMENT': 'Réintégration',
  'AffiliationReason.DEATH': 'Décès',

  'TermKind.CALENDAR_YEAR': 'Année civile',
  'TermKind.ASSOCIATION_YEAR': 'Année de l’association',
  'TermKind.ROLLING': 'Douze mois',
  'TermKind.ODD_LENGTH': 'Durée particulière',

  'MembershipStatusCode.APPLICANT': 'Candidature',
  'MembershipStatusCode.ACTIVE': 'En règle',
  'MembershipStatusCode.RENEWAL_DUE': 'À renouveler',
  'MembershipStatusCode.GRACE': 'Délai de grâce',
  'MembershipStatusCode.LAPSED': 'Échue',
  'MembershipStatusCode.ON_HOLD': 'En suspens',
  'MembershipStatusCode.ENDED': 'Terminée',

  'memberships.rule.NOT_ADMITTED': 'L’association n’a pas encore admis ce membre.',
  'memberships.rule.NO_TERM_YET': 'Aucune période n’a encore été payée ni accordée.',
  'memberships.rule.AFFILIATION_ENDED': 'L’affiliation à l’association est terminée.',
  'memberships.rule.AFFILIATION_CLOSED': 'L’adhésion a pris fin par {reason} le {from}.',
  'memberships.rule.HOLD_IN_FORCE': '{kind} depuis le {from}.',
  'memberships.rule.TERM_IN_FORCE': 'Payée ou accordée jusqu’au {lastDay} inclusivement.',
  'memberships.rule.RENEWAL_OPEN': 'Le renouvellement est ouvert depuis le {from}.',
  'memberships.rule.TERM_OVER': 'La dernière période a pris fin le {lastDay}.',
  'memberships.rule.GRACE_UNTIL':
    'La catégorie permet de renouveler sans interruption jusqu’au {lastDay} inclusivement.',
  'memberships.rule.GRACE_OVER':
    'La catégorie permettait de renouveler sans interruption jusqu’au {lastDay} inclusivement.',

  'memberships.ending.RESIGNATION': 'démission',
  'memberships.ending.REMOVAL': 'radiation',
  'memberships.ending.DEATH': 'décès',

  'memberships.hold.LEAVE': 'En congé',
  'memberships.hold.NON_PRACTISING': 'Non praticien',
  'memberships.hold.SUSPENSION': 'Suspension',
};
