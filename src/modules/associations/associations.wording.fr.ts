import type { associationsWordingEn } from './associations.wording.en.ts';

export const associationsWordingFr: Record<keyof typeof associationsWordingEn, string> = {
  'associations.support.byMail': 'Besoin d’aide? {name}\u00A0: {email}.',
  'associations.support.byMailOrPhone': 'Besoin d’aide? {name}\u00A0: {email} ou {phone}.',
  'associations.support.byMailOrPhones': 'Besoin d’aide? {name}\u00A0: {email}, {phone} ou {tollFree}.',

  'AssociationKind.NATIONAL': 'Organisme national',
  'AssociationKind.INSTITUTE': 'Institut provincial ou territorial',
  'AssociationKind.SECTION': 'Section',
  'AssociationKind.CHAPTER': 'Chapitre',

  'LanguagePolicy.FR_ONLY': 'Français',
  'LanguagePolicy.FR_FIRST_CHOICE': 'Français d’abord, anglais sur demande',
  'LanguagePolicy.BILINGUAL_CHOICE': 'Français ou anglais, au choix',

  'IdentifierPolicy.USERNAME': 'Nom d’utilisateur',
  'IdentifierPolicy.EMAIL': 'Adresse courriel',

  'DocumentKind.TERMS': 'Conditions d’utilisation',
  'DocumentKind.PRIVACY': 'Avis de confidentialité',

  'RealmMode.TEST': 'Essai',
  'RealmMode.LIVE': 'Réel',

  'StaffRole.ADMIN': 'Administration',
  'StaffRole.MEMBERSHIP': 'Adhésions',
  'StaffRole.FINANCE': 'Finances',
  'StaffRole.LEARNING': 'Formation professionnelle continue',
  'StaffRole.INSURANCE': 'Assurance',
  'StaffRole.READER': 'Consultation seulement',

  'StaffReach.NODE': 'Cette association',
  'StaffReach.NODE_AND_BELOW': 'Cette association et celles qui en relèvent',

  AssociationSettingsChanged:
    'Quelqu’un a modifié ces réglages depuis que vous les avez ouverts. Relisez-les, puis modifiez-les de nouveau si vous le souhaitez toujours.',
  'associations.issue.factorRoles': 'Ce service exige toujours un deuxième facteur pour\u00A0: {roles}.',
  'associations.issue.logo': 'Le logo doit être une adresse https du site Web de l’association.',
  'associations.issue.website': 'Écrivez l’adresse https au complet, par exemple https://www.exemple.ca/.',
  'associations.sharing.notAbove':
    'Indiquez une association au-dessus de celle-ci qui ne voit pas ses membres sans entente.',
  'associations.sharing.members': 'La liste des membres fait partie de toute entente.',
  'associations.sharing.past': 'C’est déjà passé. Ne l’indiquez pas, et ce sera dès maintenant.',
  'associations.sharing.order': 'La fin doit venir après le début.',
  SharingAgreementStands:
    'Les deux associations ont déjà une entente pour une partie de cette période. Mettez-y d’abord fin.',
  SharingAgreementNotFound: 'Cette entente est introuvable parmi celles auxquelles vous pouvez mettre fin.',
  SharingAgreementEnded: 'Cette entente a déjà pris fin.',
  'SharedKind.MEMBERS': 'Nom, numéro de membre, catégorie et statut',
  'SharedKind.CONTACT': 'Adresse de contact et téléphone au travail',
  'RecoveryPolicy.IDENTIFIER': 'L’identifiant',
  'RecoveryPolicy.IDENTIFIER_AND_NAMES': 'L’identifiant, le prénom et le nom de famille',
  'PasswordProfile.COMPOSITION': '8\u00A0caractères ou plus, de quatre sortes',
  'PasswordProfile.LENGTH': '15\u00A0caractères ou plus, quels qu’ils soient',
  'OldPasswords.ACCEPT': 'Acceptés une fois, puis conservés à notre façon',
  'OldPasswords.RESET_REQUIRED': 'Refusés\u00A0: il faut en choisir un nouveau',
  'InvitationMismatch.ALLOW': 'Acceptée telle quelle',
  'InvitationMismatch.VERIFY': 'Acceptée une fois confirmée par l’adresse invitée',
  'InvitationMismatch.REFUSE': 'Refusée',
  'HandoverApproval.NONE': 'Entre les deux délégués',
  'HandoverApproval.ASSOCIATION': 'Approuvée par l’association',

  'TransferAcceptance.MANUAL': 'Décision du bureau',
  'TransferAcceptance.AFTER_DAYS': 'Acceptation sans réponse',
  'ChangesBilledTo.HOLDER': 'Le titulaire de l’adhésion',
  'ChangesBilledTo.TERM_PAYER': 'La partie à qui la période a été facturée',
};
