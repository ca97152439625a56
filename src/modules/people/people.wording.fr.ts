import { addressesWordingFr } from './addresses/addresses.wording.fr.ts';
import { mergingWordingFr } from './merging/merging.wording.fr.ts';
import type { peopleWordingEn } from './people.wording.en.ts';

export const peopleWordingFr: Record<keyof typeof peopleWordingEn, string> = {
  ...mergingWordingFr,
  ...addressesWordingFr,
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
  'people.issue.email': 'Ce n’est pas une adresse électronique. Écrivez-la comme nom@exemple.ca.',
  'people.issue.language': 'Indiquez la langue des courriels : fr ou en.',

  'people.staff.past': 'C’est déjà passé. Ne l’indiquez pas, et ce sera dès maintenant.',
  'people.staff.order': 'La fin doit venir après le début.',
  PersonNotFound: 'Cette personne est introuvable parmi celles pour qui vous pouvez faire cela.',
  OwnStaffRole:
    'Personne ne se nomme soi-même au personnel. Demandez-le à une autre personne de l’administration.',
  StaffNeedsOwnAccount:
    'Seule une personne qui a son propre compte, ouvert, peut faire partie du personnel. Invitez-la plutôt à ce rôle.',
  StaffReachBeyondOwn:
    'Cela va plus loin que votre propre rôle. Demandez-le à l’administration de l’association au-dessus.',
  StaffRoleHeld: 'Cette personne a déjà ce rôle à cet endroit, au moins pour une partie de cette période.',
  StaffAssignmentNotFound: 'Ce rôle est introuvable parmi ceux auxquels vous pouvez mettre fin.',
  StaffAssignmentEnded: 'Ce rôle a déjà pris fin.',
  LastAdministrator:
    'Personne d’autre n’administrerait l’association, ou une de celles qui en relèvent. Nommez d’abord quelqu’un d’autre.',
  'people.mail.question': 'Est-ce une erreur? Écrivez à {supportEmail}.',
  'people.mail.staff.firstDay': 'Premier jour\u00A0: {day}.',
  'people.mail.staff.lastDay': 'Dernier jour\u00A0: {day}.',
  'people.mail.staffGiven.subject': 'Vous faites partie du personnel\u00A0: {association}',
  'people.mail.staffGiven.text': 'Vous avez reçu un rôle au personnel ({association})\u00A0: {role}.',
  'people.mail.staffEnded.subject': 'Fin de votre rôle au personnel\u00A0: {association}',
  'people.mail.staffEnded.text': 'Votre rôle au personnel prend fin ({association})\u00A0: {role}.',

  'LoginState.OPEN': 'Ouvert',
  'LoginState.WITHOUT_PASSWORD': 'Sans mot de passe',
  'LoginState.DISABLED': 'Désactivé',
};
