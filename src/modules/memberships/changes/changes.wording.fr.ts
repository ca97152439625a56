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

  'memberships.mail.change.facts':
    'Membre\u00a0: {member}, numéro {memberNumber}\nAssociation\u00a0: {association}\nCatégorie\u00a0: {memberClass}',
  'memberships.mail.change.toPay':
    'Montant à payer\u00a0: {amount}. La facture se trouve avec les autres, sur notre site.',
  'memberships.mail.change.givenBack':
    'Montant rendu\u00a0: {amount}. La note de crédit se trouve avec les factures, sur notre site.',
  'memberships.mail.change.action': 'Voir l’adhésion',
  'memberships.mail.change.question': 'Des questions\u00a0? Écrivez à {supportEmail}.',
  'memberships.mail.admitted.subject': 'Une adhésion commence\u00a0: {association}',
  'memberships.mail.admitted.text': 'L’association a inscrit cette adhésion à son registre.',
  'memberships.mail.admitted.day': 'Premier jour\u00a0: {day}',
  'memberships.mail.reclassified.subject': 'La catégorie d’une adhésion change',
  'memberships.mail.reclassified.text': 'L’association a fait passer cette adhésion à une autre catégorie.',
  'memberships.mail.reclassified.day': 'Premier jour dans cette catégorie\u00a0: {day}',
  'memberships.mail.onHold.subject': 'Une adhésion est mise en suspens',
  'memberships.mail.onHold.text':
    'L’association a mis cette adhésion en suspens. Type d’interruption\u00a0: {kind}.',
  'memberships.mail.onHold.until':
    'L’interruption se termine {lastDay} inclusivement\u00a0; tout reprend ensuite comme avant.',
  'memberships.mail.onHold.open': 'Aucune fin n’est prévue. Vous en serez averti quand il y en aura une.',
  'memberships.mail.onHold.day': 'Premier jour en suspens\u00a0: {day}',
  'memberships.mail.holdEnded.subject': 'L’interruption d’une adhésion prend fin',
  'memberships.mail.holdEnded.text':
    'L’association a mis fin à l’interruption de cette adhésion\u00a0: tout reprend comme avant. Type d’interruption\u00a0: {kind}.',
  'memberships.mail.holdEnded.day': 'Premier jour sans interruption\u00a0: {day}',
  'memberships.mail.resigned.subject': 'Une démission est inscrite',
  'memberships.mail.resigned.text': 'L’association a inscrit la démission qui met fin à cette adhésion.',
  'memberships.mail.resigned.undo': 'D’ici ce jour-là, elle peut être retirée sur notre site.',
  'memberships.mail.resigned.day': 'Premier jour sans adhésion\u00a0: {day}',
  'memberships.mail.resignationTakenBack.subject': 'Une démission est retirée',
  'memberships.mail.resignationTakenBack.text':
    'Cette adhésion se poursuit comme s’il n’y avait pas eu de démission.',
  'memberships.mail.resignationTakenBack.day': 'La démission était prévue pour ce jour\u00a0: {day}',
  'memberships.mail.reinstated.subject': 'Une adhésion est réintégrée',
  'memberships.mail.reinstated.text': 'L’association a réintégré cette adhésion.',
  'memberships.mail.reinstated.day': 'Premier jour après la réintégration\u00a0: {day}',
  'memberships.mail.reinstatedByPayment.subject': 'Une adhésion est réintégrée',
  'memberships.mail.reinstatedByPayment.text':
    'Ce qui était demandé pour la réintégration est payé, ou son paiement est annoncé\u00a0: cette adhésion est réintégrée.',
  'memberships.mail.reinstatedByPayment.day': 'Premier jour après la réintégration\u00a0: {day}',
  'memberships.mail.reinstatementUndone.subject': 'Une réintégration est annulée',
  'memberships.mail.reinstatementUndone.text':
    'Le paiement de la réintégration a été retourné ou rendu, ou n’est pas arrivé\u00a0: cette adhésion est terminée, comme s’il n’y avait pas eu de réintégration. Si c’est une erreur, écrivez-nous.',
  'memberships.mail.reinstatementUndone.day': 'Premier jour de la réintégration\u00a0: {day}',
};
