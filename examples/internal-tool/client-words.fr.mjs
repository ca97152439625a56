import { html } from './html.mjs';

/** @typedef {typeof clientFr} ClientWords */

/** The pages of one client. */
export const clientFr = {
  open: (/** @type {string} */ name) => html`Réglages<span class="unseen"> du client ${name}</span>`,
  change: 'Modifier',
  back: 'Revenir au client',
  facts: {
    displayNames: 'Nom affiché',
    pages: 'Pages',
    postLogoutRedirectUris: 'Retour après la fermeture de session',
    backchannelLogoutUri: 'Avisé des fermetures de session à',
    keyPairs: 'Paires de clés',
  },
  displayedAs: (/** @type {string} */ fr, /** @type {string} */ en) => `${fr} (en anglais\u00A0: ${en})`,
  lastUsed: (/** @type {string} */ what, /** @type {string | null} */ at) =>
    at === null ? `${what}; jamais utilisée` : `${what}; utilisée la dernière fois le ${at}`,
  name: {
    link: 'Nom affiché',
    title: (/** @type {string} */ name) => `Nom affiché du client ${name}`,
    intro:
      'Les gens lisent ce nom là où ils ouvrent une session et dans la liste de leurs sessions. Sans nom, ils lisent celui de l’association.',
    labels: { displayNameFr: 'En français', displayNameEn: 'En anglais' },
    submit: 'Enregistrer le nom',
    done: (/** @type {string} */ name) => `Le nom affiché du client ${name} est enregistré.`,
  },
  origins: {
    link: 'Origines',
    title: (/** @type {string} */ name) => `Origines du client ${name}`,
    intro: 'Ce qui est retiré de cette liste est refusé dès la prochaine requête.',
    labels: { origins: 'Origines, une par ligne' },
    submit: 'Enregistrer les origines',
    done: (/** @type {string} */ name) => `Les origines du client ${name} sont enregistrées.`,
  },
  pages: {
    link: 'Pages ouvertes par les courriels',
    title: (/** @type {string} */ name) => `Pages du client ${name}`,
    intro:
      'Les liens des courriels ouvrent ces pages. Là où il n’y a pas d’adresse, ils ouvrent la page du portail.',
    language: { FR_CA: 'français', EN_CA: 'anglais' },
    submit: 'Enregistrer les pages',
    done: (/** @type {string} */ name) => `Les pages du client ${name} sont enregistrées.`,
  },
  serves: {
    link: 'Courriels de l’association',
    title: (/** @type {string} */ name) => `Courriels de l’association et ${name}`,
    intro: 'Un seul site à la fois sert aux courriels de l’association.',
    labels: { serves: 'Les liens des courriels de l’association' },
    submit: 'Enregistrer ce choix',
    done: (/** @type {string} */ name) => `Le choix est enregistré pour ${name}.`,
  },
  servesOptions: {
    yes: 'ouvrent les pages de ce site',
    no: 'ouvrent celles de l’organisme du dessus, ou du portail',
  },
  returns: {
    link: 'Adresses de retour',
    title: (/** @type {string} */ name) => `Adresses de retour du client ${name}`,
    intro: 'Elles sont comparées telles quelles. Personne n’est renvoyé ailleurs.',
    labels: {
      redirectUris: 'Après l’ouverture d’une session, une adresse par ligne',
      postLogoutRedirectUris: 'Après la fermeture d’une session, une adresse par ligne',
      backchannelLogoutUri: 'Où aviser le client des sessions fermées ailleurs',
    },
    submit: 'Enregistrer les adresses',
    done: (/** @type {string} */ name) => `Les adresses de retour du client ${name} sont enregistrées.`,
  },
  scopes: {
    link: 'Portées',
    title: (/** @type {string} */ name) => `Portées du client ${name}`,
    intro: 'Elles valent dès la prochaine requête. Cet outil ne donne pas plus de portées qu’il n’en a.',
    labels: { scopes: 'Ce à quoi ce client peut servir' },
    submit: 'Enregistrer les portées',
    done: (/** @type {string} */ name) => `Les portées du client ${name} sont enregistrées.`,
  },
  keyPairs: {
    link: 'Paires de clés',
    title: (/** @type {string} */ name) => `Paires de clés du client ${name}`,
    intro:
      'Un client qui a des paires de clés obtient ses jetons par elles seules. Pour en remplacer une, ajoutez la nouvelle, déployez-la, puis retirez l’ancienne quand elle ne sert plus.',
    labels: { jwks: 'Clés publiques (JWKS)' },
    submit: 'Enregistrer les clés publiques',
    done: (/** @type {string} */ name) => `Les clés publiques du client ${name} sont enregistrées.`,
  },
  jwksHelp: 'Les moitiés publiques seulement. Une clé privée envoyée ici est refusée.',
  signIn: {
    link: 'Mot de passe',
    title: (/** @type {string} */ name) => `Mot de passe et ${name}`,
    intro:
      'Un client qui reçoit des mots de passe reçoit ceux des membres de toutes les associations de l’arbre. Ce choix vaut dès la prochaine requête.',
    labels: { signInMode: 'Où les gens tapent leur mot de passe' },
    submit: 'Enregistrer ce choix',
    done: (/** @type {string} */ name) => `L’endroit où taper le mot de passe est enregistré pour ${name}.`,
  },
  grantedAbove:
    'Seule une personne qui administre tout le service peut permettre à un client de recevoir des mots de passe, à d’autres adresses, ou avec une autre clé. Adressez-vous à son exploitant.',
};
