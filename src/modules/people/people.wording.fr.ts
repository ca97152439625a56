import type { peopleWordingEn } from './people.wording.en.ts';

export const peopleWordingFr: Record<keyof typeof peopleWordingEn, string> = {
  'people.profile.title': 'Votre profil',
  'people.profile.submit': 'Enregistrer',
  'people.profile.givenName': 'Prénom',
  'people.profile.familyName': 'Nom de famille',
  'people.profile.email': 'Adresse courriel',
  'people.profile.email.readOnly':
    'Cette adresse ne se modifie pas ici\u00A0: une confirmation est demandée à la nouvelle adresse.',
  'people.profile.workPhone': 'Téléphone au travail',
  'people.profile.workPhone.help':
    'Par exemple 514\u00A0622-6483. Commencez par + pour un numéro hors de l’Amérique du Nord.',
  'people.profile.workPhoneExtension': 'Poste',

  'people.issue.person': 'Précisez de qui est ce profil\u00A0: choisissez une des personnes de votre compte.',
  'people.issue.phone': 'Ce n’est pas un numéro de téléphone. Écrivez-le ainsi\u00A0: 514\u00A0622-6483.',
  'people.issue.phoneMissing': 'Indiquez le numéro de téléphone auquel appartient ce poste.',
  'people.issue.extension': 'Un numéro de poste compte au plus 7 chiffres.',

  'LoginState.OPEN': 'Ouvert',
  'LoginState.WITHOUT_PASSWORD': 'Sans mot de passe',
  'LoginState.DISABLED': 'Désactivé',
};
