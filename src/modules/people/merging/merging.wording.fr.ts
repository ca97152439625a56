import type { mergingWordingEn } from './merging.wording.en.ts';

export const mergingWordingFr: Record<keyof typeof mergingWordingEn, string> = {
  'MergedKind.PERSON': 'Personnes',
  'MergedKind.ORGANIZATION': 'Organisations',
  'RecordMergeState.PREPARED': 'En attente d’approbation',
  'RecordMergeState.WITHDRAWN': 'Retirée',
  'RecordMergeState.DONE': 'Faite',
  'RecordMergeState.UNDONE': 'Annulée',
  'CarriedThing.RECORD': 'Le dossier et son compte',
  'CarriedThing.DELEGATIONS': 'Rôles de délégué',
  'CarriedThing.PRINCIPAL_HANDOVERS': 'Offres de la place de délégué principal',
  'CarriedThing.SECTIONS': 'Séjours dans des sections',
  'CarriedThing.COORDINATES': 'Adresses et numéros de téléphone',
  'CarriedThing.REPRESENTATIONS': 'Représentations',
  'CarriedThing.JOIN_REQUESTS': 'Demandes d’adhésion à l’équipe et moyens d’y entrer',
  'CarriedThing.MEMBERSHIPS': 'Adhésions',
  'CarriedThing.INVITATIONS': 'Invitations',
  'CarriedThing.INVOICES': 'Factures',
  'CarriedThing.PAYMENTS': 'Paiements et crédits',
  'CarriedThing.EXTERNAL_IDS': 'Identifiants dans d’autres systèmes',
  'CarriedThing.MAILS': 'Courriels',
  'CarriedThing.OTHER': 'Autres',
  'PersonPart.NAME': 'Nom',
  'PersonPart.LOCALE': 'Langue',
  'PersonPart.CONTACT_EMAIL': 'Adresse courriel de contact',
  'PersonPart.WORK_PHONE': 'Téléphone au travail',

  MergeOfOwnRecord: 'C’est votre propre dossier. Une autre personne du personnel s’en charge.',
  MergeNeedsOneAccount:
    'Chacun des deux dossiers a son propre compte. La personne réunit d’abord ses deux comptes\u00A0; les dossiers pourront ensuite être fusionnés.',
  MergeNeedsOneMembership:
    'Les deux dossiers ont une adhésion en même temps. Mettez d’abord fin à l’une des deux\u00A0; les dossiers pourront ensuite être fusionnés.',
  MergeBillsTwice:
    'Des factures des deux dossiers portent sur les mêmes jours d’une adhésion qui ne ferait plus qu’une. Créditez d’abord l’une d’elles\u00A0; les dossiers pourront ensuite être fusionnés.',
  MergeOfLivingAndDead:
    'Un décès est inscrit à l’un des deux dossiers, mais pas à l’autre. Inscrivez-le aussi à l’autre, ou retirez-le\u00A0; les dossiers pourront ensuite être fusionnés.',
  MergeAlreadyPrepared: 'Une fusion de ces deux dossiers attend déjà une approbation.',
  RecordMergeNotFound:
    'Cette fusion a été traitée entre-temps, ou ce n’est pas à vous d’en décider. Rechargez la page.',
  MergeNeedsSecondPerson: 'Vous avez préparé cette fusion\u00A0: une autre personne du personnel l’approuve.',
  MergeUndoTooLate: 'Cette fusion ne peut plus être annulée\u00A0: elle a été faite il y a trop longtemps.',
  MergeHasMovedOn: 'Cette fusion ne peut pas être annulée\u00A0: ce qui a été déplacé a changé depuis.',
  MergeTaskNotFound: 'Cette question a été réglée entre-temps. Rechargez la page.',
  'people.merging.issue.sameRecord': 'Choisissez deux dossiers différents.',
  'people.merging.issue.otherAssociation': 'Les deux dossiers doivent relever de la même association.',

  'people.mail.merged.subject': 'Vos dossiers n’en font plus qu’un\u00A0: {association}',
  'people.mail.merged.text':
    'Vous aviez deux dossiers ({association}), aux noms suivants\u00A0: {kept} et {other}. Ils n’en font plus qu’un\u00A0: vos rôles, vos adhésions et vos courriels y sont réunis. Rien ne change pour ouvrir une session.',
  'people.mail.parted.subject': 'Vos dossiers sont de nouveau deux\u00A0: {association}',
  'people.mail.parted.text':
    'Deux dossiers avaient été fusionnés ({association}), aux noms suivants\u00A0: {kept} et {other}. La fusion est annulée\u00A0: chacun a de nouveau ce qu’il avait.',
};
