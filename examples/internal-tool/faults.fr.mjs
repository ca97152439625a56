/** @typedef {{ title: string, todo: string }} Fault */

/** What went wrong, and what to do about it. @type {{ OTHER: Fault } & Record<string, Fault>} */
export const faultsFr = {
  NOT_FOUND: {
    title: 'Page introuvable',
    todo: 'Il n’y a rien à cette adresse, ou ce n’est pas pour vos rôles. Reprenez depuis l’accueil.',
  },
  METHOD: {
    title: 'Page introuvable',
    todo: 'Cette adresse ne s’ouvre pas ainsi. Reprenez depuis l’accueil.',
  },
  FOREIGN_FORM: {
    title: 'Formulaire périmé',
    todo: 'Rien n’a été fait. Ouvrez de nouveau la page du formulaire, puis envoyez-le.',
  },
  UNREADABLE_FORM: {
    title: 'Formulaire illisible',
    todo: 'Rien n’a été fait. Envoyez moins de lignes à la fois.',
  },
  NETWORK: {
    title: 'Portail injoignable',
    todo: 'L’outil ne joint pas le portail. Attendez un instant, puis réessayez\u00A0: rien n’est fait deux fois.',
  },
  BAD_RESPONSE: {
    title: 'Portail injoignable',
    todo: 'Ce qui répond à l’adresse du portail n’est pas le portail. Prévenez la personne qui s’occupe de cet outil.',
  },
  FORBIDDEN: {
    title: 'Hors de vos rôles',
    todo: 'Vos rôles ne permettent pas cela ici. Choisissez une autre association à l’accueil, ou demandez un rôle à son administration.',
  },
  BAD_USER_INPUT: {
    title: 'Adresse à corriger',
    todo: 'Reprenez au début de la liste, ou cherchez autre chose.',
  },
  UNAUTHENTICATED: {
    title: 'Clé refusée',
    todo: 'La clé de cet outil n’ouvre pas le portail. Prévenez la personne qui s’en occupe.',
  },
  RATE_LIMITED: { title: 'Trop de requêtes', todo: 'Attendez un moment, puis réessayez.' },
  SERVICE_BUSY: {
    title: 'Portail occupé',
    todo: 'Attendez un instant, puis réessayez\u00A0: rien n’est fait deux fois.',
  },
  OTHER: {
    title: 'Une erreur s’est produite',
    todo: 'Réessayez. Si cela se répète, prévenez la personne qui s’occupe de cet outil.',
  },
};
