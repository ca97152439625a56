import type { organizationsWordingEn } from './organizations.wording.en.ts';

export const organizationsWordingFr: Record<keyof typeof organizationsWordingEn, string> = {
  OrganizationNotFound:
    'Cette organisation est introuvable parmi celles dont vous pouvez modifier le profil.',

  'DelegateRole.PRINCIPAL': 'Délégué principal',
  'DelegateRole.DUES': 'Délégué aux cotisations',
  'DelegateRole.VOTING': 'Délégué votant',
  'DelegateRole.CONTACT': 'Délégué aux communications',

  'organizations.profile.title': 'Profil de l’organisation',
  'organizations.profile.submit': 'Enregistrer',
  'organizations.profile.legalName': 'Dénomination légale',
  'organizations.profile.legalName.readOnly':
    'L’association tient la dénomination légale telle qu’elle est inscrite au registre. Écrivez à l’association pour la faire modifier.',
  'organizations.profile.readOnly': 'Votre rôle vous permet de consulter ce profil, mais pas de le modifier.',
  'organizations.profile.publicNameFr': 'Nom public en français',
  'organizations.profile.publicNameEn': 'Nom public en anglais',
  'organizations.profile.email': 'Adresse courriel',
  'organizations.profile.phone': 'Téléphone',
  'organizations.profile.phoneExtension': 'Poste',
  'organizations.profile.website': 'Site Web',
  'organizations.profile.website.help': 'L’adresse complète, par exemple https://www.exemple.ca.',
  'organizations.profile.street': 'Adresse municipale',
  'organizations.profile.street2': 'Bureau, étage ou immeuble',
  'organizations.profile.city': 'Ville',
  'organizations.profile.province': 'Province ou territoire',
  'organizations.profile.postalCode': 'Code postal',
  'organizations.profile.country': 'Pays',
  'organizations.profile.country.help': 'Deux lettres, par exemple CA pour le Canada.',

  'organizations.province.AB': 'Alberta',
  'organizations.province.BC': 'Colombie-Britannique',
  'organizations.province.MB': 'Manitoba',
  'organizations.province.NB': 'Nouveau-Brunswick',
  'organizations.province.NL': 'Terre-Neuve-et-Labrador',
  'organizations.province.NS': 'Nouvelle-Écosse',
  'organizations.province.NT': 'Territoires du Nord-Ouest',
  'organizations.province.NU': 'Nunavut',
  'organizations.province.ON': 'Ontario',
  'organizations.province.PE': 'Île-du-Prince-Édouard',
  'organizations.province.QC': 'Québec',
  'organizations.province.SK': 'Saskatchewan',
  'organizations.province.YT': 'Yukon',

  'organizations.issue.email': 'Ce n’est pas une adresse courriel.',
  'organizations.issue.website':
    'Ce n’est pas une adresse Web. Écrivez-la ainsi\u00A0: https://www.exemple.ca.',
  'organizations.issue.province': 'Choisissez une province ou un territoire du Canada.',
  'organizations.issue.postalCode':
    'Ce n’est pas un code postal canadien. Écrivez-le ainsi\u00A0: H3H\u00A01A1.',
  'organizations.issue.country': 'Indiquez les deux lettres d’un pays, par exemple CA.',
};
