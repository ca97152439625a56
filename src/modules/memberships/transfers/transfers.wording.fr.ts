import type { transfersWordingEn } from './transfers.wording.en.ts';

export const transfersWordingFr: Record<keyof typeof transfersWordingEn, string> = {
  TransferNotPossible:
    '{why, select, SUSPENDED {Cette adhésion est suspendue ce jour-là et ne peut pas être transférée.} CHANGE_WAITS {Un autre changement de cette adhésion est prévu ce jour-là ou plus tard. Choisissez un jour ultérieur, ou annulez d’abord ce changement.} ALREADY_MEMBER {Cette personne est déjà dans cette catégorie de cette association.} other {Cette adhésion n’est pas en vigueur ce jour-là.}}',
  TransferOpen: 'Un transfert est déjà demandé. Retirez cette demande avant d’en faire une autre.',
  TransferNotFound: 'Ce transfert ne figure pas parmi ceux où vous pouvez faire cela.',
  TransferOver:
    '{state, select, ACCEPTED {Ce transfert est déjà accepté.} ACCEPTED_BY_SILENCE {Ce transfert est déjà accepté.} REFUSED {Ce transfert est déjà refusé.} WITHDRAWN {Cette demande a été retirée.} OVERTAKEN {L’adhésion a pris fin entre-temps.} other {Personne n’a répondu à temps. Le transfert peut être demandé de nouveau.}}',
  TransferNeedsStanding:
    'L’association que le membre quitte doit d’abord dire s’il est en règle. Elle en a été priée par courriel.',
  MemberNumberTaken: 'Un autre membre de l’association porte ce numéro. Donnez-en un différent.',

  'TransferAsker.HOLDER': 'Le membre',
  'TransferAsker.SENDING': 'L’association quittée',
  'TransferAsker.RECEIVING': 'L’association d’accueil',
  'TransferStanding.GOOD': 'En règle',
  'TransferStanding.OUTSTANDING': 'Quelque chose en suspens',
  'TransferState.PENDING': 'En attente d’une décision',
  'TransferState.ACCEPTED': 'Accepté',
  'TransferState.ACCEPTED_BY_SILENCE': 'Accepté sans réponse',
  'TransferState.REFUSED': 'Refusé',
  'TransferState.WITHDRAWN': 'Retiré',
  'TransferState.EXPIRED': 'Sans décision à temps',
  'TransferState.OVERTAKEN': 'Adhésion terminée entre-temps',
  'TransferDecision.ACCEPT': 'Accepter',
  'TransferDecision.REFUSE': 'Refuser',
  'TransferSide.RECEIVING': 'Vers l’association',
  'TransferSide.SENDING': 'Depuis l’association',
  'WhyNoTransfer.NOT_MEMBER': 'Pas en vigueur ce jour-là',
  'WhyNoTransfer.DECEASED': 'Membre décédé',
  'WhyNoTransfer.SUSPENDED': 'Suspendue ce jour-là',
  'WhyNoTransfer.CHANGE_WAITS': 'Un autre changement est prévu',
  'WhyNoTransfer.ALREADY_MEMBER': 'Déjà dans cette catégorie',
  'WhyNoTransfer.NOT_POSSIBLE': 'Impossible ce jour-là',

  'memberships.transfer.issue.association': 'Choisissez une autre association du même groupe.',
  'memberships.transfer.issue.class': 'Choisissez une catégorie de cette association pour les personnes.',
  'memberships.transfer.issue.day': 'Choisissez un jour à compter d’aujourd’hui et dans l’année qui vient.',
  'memberships.transfer.issue.note': 'Dites ce qui est dû ou en suspens.',
  'memberships.transfer.issue.noteOfGood': 'Laissez ce champ vide pour un membre en règle.',
  'memberships.transfer.issue.reasonOfAcceptance': 'Une raison n’accompagne qu’un refus.',
  'memberships.transfer.issue.numberOfRefusal': 'Un numéro de membre n’accompagne qu’une acceptation.',

  'memberships.mail.transfer.facts':
    'Membre\u00a0: {member}, numéro {memberNumber}\nAssociation quittée\u00a0: {sending}\nAssociation d’accueil\u00a0: {receiving}\nCatégorie\u00a0: {memberClass}\nPremier jour dans l’association d’accueil\u00a0: {day}',
  'memberships.mail.transfer.action': 'Voir mon adhésion',
  'memberships.mail.transfer.question': 'Des questions\u00a0? Écrivez à {supportEmail}.',
  'memberships.mail.transferAsked.subject': 'Un transfert de votre adhésion est demandé',
  'memberships.mail.transferAsked.text':
    'Les deux associations sont priées de répondre au plus tard {lastDay}. Rien ne change tant que l’association d’accueil n’a pas pris de décision.',
  'memberships.mail.transferAsked.then':
    'Si vous ne voulez pas de ce transfert, retirez-le à la page de votre adhésion.',
  'memberships.mail.transferToDecide.subject': 'Un transfert à décider\u00a0: {member}',
  'memberships.mail.transferToDecide.text':
    'Ce membre demande à se joindre à votre association par un transfert.',
  'memberships.mail.transferToDecide.standing':
    'L’association quittée doit d’abord dire si ce membre est en règle. Vous en serez averti.',
  'memberships.mail.transferToDecide.until':
    'Veuillez prendre une décision au plus tard {lastDay}, dans la liste des transferts.',
  'memberships.mail.transferToState.subject': 'Un membre demande à partir par un transfert\u00a0: {member}',
  'memberships.mail.transferToState.text': 'Ce membre demande à quitter votre association par un transfert.',
  'memberships.mail.transferToState.needed':
    'Veuillez dire au plus tard {lastDay}, dans la liste des transferts, si ce membre est en règle\u00a0: sans cela, rien ne peut être décidé.',
  'memberships.mail.transferToState.optional':
    'Si quelque chose est dû ou en suspens, dites-le au plus tard {lastDay}, dans la liste des transferts.',
  'memberships.mail.transferOverdue.subject': 'Un transfert attend votre réponse\u00a0: {member}',
  'memberships.mail.transferOverdue.text': 'Le délai de réponse à ce transfert est passé.',
  'memberships.mail.transferOverdue.then':
    'Vous le trouverez dans la liste des transferts, parmi ceux qui sont en retard.',
  'memberships.mail.transferStanding.subject': 'La situation d’un membre\u00a0: {member}',
  'memberships.mail.transferStanding.good':
    'L’association quittée déclare que ce membre est en règle. Vous pouvez prendre une décision dans la liste des transferts.',
  'memberships.mail.transferStanding.outstanding':
    'L’association quittée déclare que quelque chose est dû ou en suspens pour ce membre. Vous en trouverez le détail dans la liste des transferts.',
  'memberships.mail.transferAccepted.subject': 'Votre transfert est accepté',
  'memberships.mail.transferAccepted.text':
    'L’association d’accueil a accepté votre transfert. Votre adhésion à l’autre association prend fin la veille.',
  'memberships.mail.transferAccepted.toPay':
    'Montant à payer, en tout\u00a0: {amount}. La facture se trouve avec les autres, sur notre site.',
  'memberships.mail.transferAccepted.givenBack':
    'Montant rendu, en tout\u00a0: {amount}. La note de crédit se trouve avec les factures, sur notre site.',
  'memberships.mail.transferAcceptedOffice.subject': 'Un transfert est accepté\u00a0: {member}',
  'memberships.mail.transferAcceptedOffice.text': 'L’association d’accueil a accepté ce transfert.',
  'memberships.mail.transferRefused.subject': 'Votre transfert est refusé',
  'memberships.mail.transferRefused.text':
    'L’association d’accueil n’a pas accepté votre transfert. Rien ne change à votre adhésion.',
  'memberships.mail.transferRefused.reason': 'La raison donnée\u00a0: {reason}',
  'memberships.mail.transferRefusedOffice.subject': 'Un transfert est refusé\u00a0: {member}',
  'memberships.mail.transferRefusedOffice.text':
    'L’association d’accueil n’a pas accepté ce transfert. Rien ne change.',
  'memberships.mail.transferWithdrawn.subject': 'Un transfert est retiré\u00a0: {member}',
  'memberships.mail.transferWithdrawn.text': 'Cette demande a été retirée. Il n’y a rien à faire.',
  'memberships.mail.carriedTerm.facts':
    'Membre\u00a0: {member}, numéro {memberNumber}\nAssociation\u00a0: {association}\nPériode auprès de\u00a0: {paidAt}\nPremier jour\u00a0: {from}\nDernier jour\u00a0: {lastDay}',
  'memberships.mail.carriedTermTakenBack.subject': 'Le reste d’une période est repris',
  'memberships.mail.carriedTermTakenBack.subjectOffice': 'Le reste d’une période est repris\u00a0: {member}',
  'memberships.mail.carriedTermTakenBack.text':
    'Le reste d’une période avait suivi un transfert. Cette période ne compte plus à l’autre association\u00a0: ces jours ne comptent plus.',
  'memberships.mail.carriedTermTakenBack.then':
    'Si la période y compte de nouveau, ils compteront de nouveau. Les jours payés ici entre-temps restent acquis.',
  'memberships.mail.carriedTermAgain.subject': 'Le reste d’une période compte de nouveau',
  'memberships.mail.carriedTermAgain.subjectOffice':
    'Le reste d’une période compte de nouveau\u00a0: {member}',
  'memberships.mail.carriedTermAgain.text':
    'Le reste d’une période avait été repris. Cette période compte de nouveau à l’autre association.',
  'memberships.mail.carriedTermAgain.then': 'Ces jours comptent de nouveau. Il n’y a rien à faire.',
};
