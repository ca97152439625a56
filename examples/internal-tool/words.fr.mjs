import { auditFr } from './audit-words.fr.mjs';
import { clientFr } from './client-words.fr.mjs';
import { faultsFr } from './faults.fr.mjs';
import { handoverFr } from './handover-words.fr.mjs';
import { html } from './html.mjs';
import { importFr } from './import-words.fr.mjs';
import { invitationFr, inviteFr, inviteResultFr } from './invitation-words.fr.mjs';
import { invoiceFr } from './invoice-words.fr.mjs';
import { membershipFr } from './membership-words.fr.mjs';
import { mergeFr } from './merge-words.fr.mjs';
import { peopleFr } from './people-words.fr.mjs';
import { remittanceFr } from './remittance-words.fr.mjs';
import { runFr } from './run-words.fr.mjs';
import { secondFactorFr } from './second-factor-words.fr.mjs';
import { lettersFr } from './letters-words.fr.mjs';
import { lostAddressFr } from './lost-address-words.fr.mjs';
import { securityFr } from './security-words.fr.mjs';
import { teamFr } from './team-words.fr.mjs';

/** @typedef {typeof fr} Words */

/** @param {string} one @param {string} many @returns {(count: number) => string} */
const counter = (one, many) => count => `${count.toLocaleString('fr-CA')} ${count < 2 ? one : many}`;

export const fr = {
  tool: 'Outil du personnel',
  skip: 'Aller au contenu',
  navigation: 'Pages',
  otherLanguage: { folder: 'en', locale: 'en-CA', name: 'English' },
  signOut: 'Fermer la session',
  tryAgain: 'Réessayer',
  toHome: 'Retourner à l’accueil',
  requestId: 'Numéro de la requête\u00A0:',
  email: 'Adresse courriel',
  errorIn: (/** @type {string} */ title) => `À corriger\u00A0: ${title}`,
  pages: {
    '': 'Accueil',
    organizations: 'Organisations',
    members: 'Membres',
    people: 'Personnes',
    invitations: 'Invitations',
    invite: 'Inviter',
    handovers: 'Places offertes',
    invoices: 'Factures',
    remittances: 'Versements',
    merges: 'Fusions',
    imports: 'Importations',
    staff: 'Personnel',
    audit: 'Journal',
    clients: 'Clients',
    settings: 'Réglages de sécurité',
  },
  list: {
    find: 'Chercher',
    show: 'Montrer',
    lookAgain: 'Voir où cela en est',
    pages: 'Pages de la liste',
    previous: 'Page précédente',
    next: 'Page suivante',
  },
  signIn: {
    again: 'Ouvrir une session de nouveau',
    tree: 'Association',
    notices: /** @type {Record<string, string>} */ ({
      'signed-out': 'Votre session est fermée.',
      'session-ended': 'Votre session a pris fin. Ouvrez-en une autre pour continuer.',
    }),
  },
  secondFactor: secondFactorFr,
  letters: lettersFr,
  lostAddress: lostAddressFr,
  security: securityFr,
  people: peopleFr,
  handovers: handoverFr,
  merges: mergeFr,
  membership: membershipFr,
  invoices: invoiceFr,
  remittances: remittanceFr,
  imports: importFr,
  runs: runFr,
  team: teamFr,
  audit: auditFr,
  home: {
    signedIn: 'Session ouverte par',
    association: 'Vous travaillez pour',
    roles: 'Vos rôles',
    rolesFromAbove: 'Vous intervenez ici en vertu d’un rôle que vous avez dans un organisme au-dessus.',
    associations: 'Changer d’association',
    associationsHelp:
      'Un organisme indépendant tient ses propres dossiers et n’ouvre pas ses listes à celui dont il relève.',
    noRole: (/** @type {string} */ name) => `${name} n’a aucun rôle dans le personnel de cette association.`,
    noRoleTodo:
      'Demandez un rôle à l’administration de l’association, ou ouvrez une session avec un autre compte.',
  },
  organizations: {
    search: 'Début du nom',
    count: counter('organisation', 'organisations'),
    legalName: 'Dénomination sociale',
    phone: 'Téléphone',
    invite: (/** @type {string} */ name) => `Inviter des délégués pour ${name}`,
  },
  members: {
    search: 'Début du nom de famille ou du nom de l’organisation',
    count: counter('membre', 'membres'),
    number: 'Numéro de membre',
    class: 'Catégorie',
    status: 'Statut',
    since: 'Membre depuis le',
    invite: (/** @type {string} */ name) => `Inviter ${name}`,
  },
  invitations: invitationFr,
  invite: inviteFr,
  result: inviteResultFr,
  client: clientFr,
  clients: {
    count: counter('client', 'clients'),
    register: 'Inscrire un client',
    rotate: (/** @type {string} */ name) =>
      html`Remplacer la clé<span class="unseen"> du client ${name}</span>`,
    revoke: (/** @type {string} */ name) => html`Révoquer<span class="unseen"> ${name}</span>`,
    revokedNotice: (/** @type {string} */ name) =>
      `${name} est révoqué. Toutes ses clés sont refusées dès maintenant.`,
    never: 'Jamais',
    keyUntil: (/** @type {string} */ made, /** @type {string} */ until) =>
      `Créée le ${made}; refusée à partir du ${until}`,
    keyMade: (/** @type {string} */ made) => `Créée le ${made}`,
    facts: {
      kind: 'Sorte',
      signInMode: 'Mot de passe',
      publishableKey: 'Clé publiable',
      keys: 'Clés acceptées',
      origins: 'Origines',
      redirectUris: 'Adresses de retour',
      pagesOf: 'Ses pages servent à',
      scopes: 'Portées',
      lastUsed: 'Dernière utilisation',
      registered: 'Inscrit le',
      revoked: 'Révoqué le',
    },
    form: {
      title: 'Inscrire un client',
      intro: 'Un client est un programme qui appelle le portail\u00A0: un site Web, un outil ou un service.',
      name: 'Nom',
      nameHelp: 'Tel que le personnel l’appelle.',
      kind: 'Sorte',
      origins: 'Origines, une par ligne',
      originsHelp: 'Pour un site Web\u00A0: d’où ses pages appellent. Par exemple https://www.exemple.org',
      redirectUris: 'Adresses de retour, une par ligne',
      redirectUrisHelp: 'Où les gens reviennent après avoir ouvert une session sur la page du portail.',
      scopes: 'Portées',
      scopesHelp: 'Pour un outil ou un service\u00A0: ce à quoi sa clé peut servir.',
      submit: 'Inscrire',
    },
    rotateForm: {
      title: (/** @type {string} */ name) => `Remplacer la clé du client ${name}`,
      overlap: 'La clé actuelle',
      overlaps: /** @type {Record<string, string>} */ ({
        24: 'reste acceptée pendant 24 heures, le temps de déployer la nouvelle',
        72: 'reste acceptée pendant 72 heures',
        0: 'est refusée dès maintenant, de même que les précédentes\u00A0: elle a fuité',
      }),
      submit: 'Créer une nouvelle clé',
    },
    revokeForm: {
      title: (/** @type {string} */ name) => `Révoquer ${name}`,
      warning:
        'Toutes ses clés seront refusées dès la prochaine requête, pour toujours, et plus personne n’y aura de session.',
      submit: 'Révoquer pour toujours',
    },
    key: {
      title: (/** @type {string} */ name) => `Clé du client ${name}`,
      once: 'Copiez cette clé maintenant\u00A0: elle n’est montrée que cette fois.',
      again: 'Cette clé figure dans les pages du site et reste visible dans la liste.',
      gone: 'Cette clé a déjà été montrée. Si elle est perdue, remplacez-la depuis la liste.',
      toList: 'Voir les clients',
    },
  },
  faults: faultsFr,
};
