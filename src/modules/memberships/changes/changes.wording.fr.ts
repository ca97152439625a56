import type { changesWordingEn } from './changes.wording.en.ts';

export const changesWordingFr: Record<keyof typeof changesWordingEn, string> = {
  MembershipChangeNotPossible:
    '{why, select, NOT_MEMBER {Cette adhésion n’est pas en vigueur ce jour-là.} SAME_CLASS {Le membre est déjà dans cette catégorie ce jour-là.} CHANGE_WAITS {Un autre changement de cette adhésion est prévu plus tard. Choisissez un jour ultérieur, ou annulez d’abord ce changement.} HELD_ALREADY {Cette adhésion est déjà en suspens pendant une partie de ces jours. Mettez d’abord fin à cette interruption.} HOLD_OVER {Cette interruption est terminée ce jour-là, ou il n’y en a pas.} NOT_ENDED {Cette adhésion n’a pas pris fin ce jour-là\u00a0: il n’y a rien à réintégrer.} DECEASED {Ce membre est décédé.} other {Il n’y a pas de démission dont le jour soit encore à venir. Demandez à l’association de réintégrer le membre.}}',
  AlreadyMember: 'Une adhésion figure déjà au dossier. Si elle a pris fin, réintégrez-la.',

  'WhyNoChange.NOT_MEMBER': 'Pas membre ce jour-là',
  'WhyNoChange.SAME_CLASS': 'Déjà dans cette catégorie',
  'WhyNoChange.CHANGE_WAITS': 'Un autre changement est prévu',
  'WhyNoChange.HELD_ALREADY': 'Déjà en suspens',
  'WhyNoChange.HOLD_OVER': 'Interruption terminée',
  'WhyNoChange.NOT_ENDED': 'Pas terminée',
  'WhyNoChange.DECEASED': 'Membre décédé',
  'WhyNoChange.NO_RESIGNATION': 'Aucune démission à venir',
  'MembershipChangeKind.RECLASSIFICATION': 'Changement de catégorie',
  'MembershipChangeKind.HOLD': 'Interruption',
  'MembershipChangeKind.HOLD_END': 'Fin d’une interruption',
  'MembershipChangeKind.RESIGNATION': 'Démission',
  'MembershipChangeKind.RESIGNATION_WITHDRAWN': 'Démission retirée',
  'MembershipChangeKind.REINSTATEMENT': 'Réintégration',

  'memberships.change.day': 'Choisissez un jour à un an d’aujourd’hui au plus, avant ou après.',
  'memberships.change.dayOfMember': 'Choisissez un jour entre aujourd’hui et dans un an.',
  'memberships.change.order': 'Le dernier jour suit le premier, ou est le même.',
  'memberships.change.class': 'Choisissez une catégorie de cette association ouverte à un tel membre.',
  'memberships.change.holder':
    'Indiquez une personne ou une organisation inscrite auprès de cette association.',
};
