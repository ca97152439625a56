import type { testRealmWordingEn } from './test-realm.wording.en.ts';

export const testRealmWordingFr: Record<keyof typeof testRealmWordingEn, string> = {
  NothingToReset:
    'Cet environnement d’essai n’a pas de données de démonstration\u00A0: il n’y a pas d’état de départ à rétablir.',
  InvitationNotIssued: 'L’invitation n’a pas été envoyée. {label}.',
  'testRealm.issue.everything':
    'Indiquez `true`\u00A0: tout ce qui a été fait dans cet environnement sera perdu.',
  'testRealm.issue.toOrBy': 'Précisez soit l’instant à atteindre, soit la durée à ajouter.',
  'testRealm.issue.backwards':
    'L’horloge ne fait qu’avancer\u00A0: `resetTestData` la ramène à l’heure de la machine.',
  'testRealm.issue.tooFar': 'L’horloge avance d’au plus {years, number}\u00A0ans à la fois.',
};
