import type { membershipsWordingEn } from './memberships.wording.en.ts';

export const membershipsWordingFr: Record<keyof typeof membershipsWordingEn, string> = {
  MoneyEffectChanged: 'Le montant a changé depuis qu’il a été affiché. Revoyez-le, puis confirmez.',
  MembershipClassNotFound: 'Cette catégorie ne figure pas parmi celles que vous pouvez régler.',
  MembershipNotFound: 'Cette adhésion ne figure pas parmi celles que vous pouvez modifier.',
  TermTaken: 'Une autre période couvre déjà une partie de ces jours. Rien n’a été fait.',
  'memberships.delegateLimit.ofPeople':
    'Personne n’agit pour un membre qui est une personne\u00a0: choisissez une catégorie d’organisations.',
  'memberships.delegateLimit.range': 'Choisissez un nombre de 1 à {max}, ou aucun.',

  'memberships.termRule.past':
    'Choisissez aujourd’hui ou un jour ultérieur\u00a0: les périodes commencées selon une autre règle la gardent.',
  'memberships.termRule.months': 'Un nombre de mois accompagne une durée particulière, et aucune autre.',
  'memberships.termRule.range': 'Choisissez un jour à partir de 1900, dans dix ans au plus tard.',
  'memberships.termRule.monthsRange': 'Choisissez de 1 à {max} mois.',
  'memberships.termRule.rollover':
    'Indiquez le mois et le jour, présents chaque année, comme 10-01, pour des années seulement.',

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

  'HoldKind.LEAVE': 'En congé',
  'HoldKind.NON_PRACTISING': 'Hors pratique',
  'HoldKind.SUSPENSION': 'Suspension',

  'TermKind.CALENDAR_YEAR': 'Année civile',
  'TermKind.ASSOCIATION_YEAR': 'Année de l’association',
  'TermKind.ROLLING': 'Douze mois',
  'TermKind.ODD_LENGTH': 'Durée particulière',
  'TermKind.LIFETIME': 'À vie',

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
  'memberships.rule.TERM_FOR_LIFE': 'Période accordée à vie depuis le {from}.',
  'memberships.rule.RENEWAL_OPEN': 'Le renouvellement est ouvert depuis le {from}.',
  'memberships.rule.TERM_OVER': 'La dernière période a pris fin le {lastDay}.',
  'memberships.rule.GRACE_UNTIL':
    'La catégorie permet de renouveler sans interruption jusqu’au {lastDay} inclusivement.',
  'memberships.rule.GRACE_OVER':
    'La catégorie permettait de renouveler sans interruption jusqu’au {lastDay} inclusivement.',

  'memberships.ending.TRANSFER': 'transfert',
  'memberships.ending.RESIGNATION': 'démission',
  'memberships.ending.REMOVAL': 'radiation',
  'memberships.ending.DEATH': 'décès',

  'memberships.hold.LEAVE': 'En congé',
  'memberships.hold.NON_PRACTISING': 'Non praticien',
  'memberships.hold.SUSPENSION': 'Suspension',
  PlaceOfSupplyUnknown:
    'Les taxes dépendent du lieu de résidence du membre, et aucune adresse n’est au dossier. Ajoutez une adresse, puis recommencez.',
};
