import type { representationsWordingEn } from './representations.wording.en.ts';

export const representationsWordingFr: Record<keyof typeof representationsWordingEn, string> = {
  'RepresentationKind.EXECUTOR': 'Liquidateur ou exécuteur testamentaire',
  'RepresentationKind.TRUSTEE': 'Fiduciaire',
  'RepresentationKind.MANDATARY': 'Mandataire',
  'RepresentationKind.TUTOR': 'Tuteur',
  'RepresentationKind.DIRECTOR': 'Administrateur',

  OwnRepresentation: 'On n’inscrit pas sa propre représentation. Demandez à un autre membre du personnel.',
  RepresentationStands:
    'C’est déjà au dossier pour une partie de ces jours. Mettez fin à la représentation en cours ou choisissez d’autres jours.',
  RepresentationNotFound:
    'Cette représentation n’a pas été trouvée parmi celles auxquelles vous pouvez mettre fin.',
  RepresentationEnded: 'Cette représentation sera déjà terminée à ce moment-là.',
  'organizations.representations.oneRepresented':
    'Choisissez une seule personne ou une seule organisation à représenter.',
  'organizations.representations.ofPersonsAlone':
    'Une organisation n’a ni liquidateur ni tuteur. Choisissez un autre titre, ou la personne visée.',
  'organizations.representations.order': 'Le dernier jour précède le premier.',
  'organizations.representations.tooFar': 'Choisissez un jour entre 1900 et 2199.',
  'organizations.representations.elsewhere':
    'Le dossier de cette personne relève d’une autre association. Écrivez plutôt son nom.',
  'organizations.representations.themselves':
    'Personne ne se représente soi-même. Choisissez quelqu’un d’autre.',
  'organizations.representations.upload':
    'Ce fichier n’est pas parmi les documents que vous avez envoyés pour cette association. Envoyez-le de nouveau.',

  'organizations.mail.representation.represented': 'Représentation pour\u00A0: {represented}',
  'organizations.mail.representation.representative': 'Représentant\u00A0: {representative}',
  'organizations.mail.representation.kind': 'Titre\u00A0: {kind}',
  'organizations.mail.representation.from': 'Premier jour\u00A0: {firstDay}',
  'organizations.mail.representation.fromTo':
    'Premier jour\u00A0: {firstDay}\u00A0; dernier jour\u00A0: {lastDay}',
  'organizations.mail.representation.never': 'La représentation a été retirée avant de prendre effet.',
  'organizations.mail.representationRecorded.REPRESENTATIVE.subject':
    'Vous êtes inscrit comme représentant\u00A0: {association}',
  'organizations.mail.representationRecorded.REPRESENTATIVE.text':
    'Une représentation a été inscrite à votre nom ({association}). Votre nom peut vous être demandé s’il faut récupérer l’accès au compte.',
  'organizations.mail.representationRecorded.REPRESENTED.subject':
    'Un représentant est inscrit\u00A0: {association}',
  'organizations.mail.representationRecorded.REPRESENTED.text':
    'Un représentant a été inscrit au dossier ({association}). Son nom sert désormais, lui aussi, s’il faut récupérer l’accès au compte. Les courriels ne vont toujours qu’à vos adresses.',
  'organizations.mail.representationEnded.REPRESENTATIVE.subject':
    'Fin de la représentation\u00A0: {association}',
  'organizations.mail.representationEnded.REPRESENTATIVE.text':
    'La fin de votre représentation a été inscrite au dossier ({association}).',
  'organizations.mail.representationEnded.REPRESENTED.subject':
    'Fin d’une représentation\u00A0: {association}',
  'organizations.mail.representationEnded.REPRESENTED.text':
    'La fin d’une représentation a été inscrite au dossier ({association}).',
};
