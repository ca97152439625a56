import type { integrationsWordingEn } from './integrations.wording.en.ts';

export const integrationsWordingFr: Record<keyof typeof integrationsWordingEn, string> = {
  ClientNotFound: 'Ce client n’existe pas, ou vous n’en avez pas la charge.',
  ClientRevoked: 'Ce client a été révoqué. Inscrivez-en un autre.',
  ClientKeyJustRotated:
    'Quelqu’un d’autre vient de créer une nouvelle clé pour ce client. Rien n’a été fait\u00A0: regardez-le d’abord de nouveau.',
  RealmAdministratorNeeded:
    'Seule une personne qui administre tout le service peut permettre à un client de recevoir des mots de passe, à d’autres adresses, ou avec une autre clé. Adressez-vous à son exploitant. Rien n’a été fait.',
  ScopesBeyondOwn:
    'L’outil que vous utilisez a moins de portées que ce que vous lui demandez de donner. Rien n’a été fait.',

  'integrations.issue.origin':
    'Écrivez l’origine comme les navigateurs l’envoient, par exemple https://www.exemple.org\u00A0: sans chemin ni barre oblique à la fin. Seul un environnement d’essai accepte http://localhost.',
  'integrations.issue.secretInBrowser':
    'Une clé secrète n’a pas sa place dans une page\u00A0: inscrivez un site pour cela.',
  'integrations.issue.page':
    'Écrivez l’adresse https complète de la page, sans «\u00A0#\u00A0». Seul un environnement d’essai accepte http://localhost.',
  'integrations.issue.pageTwice': 'Cette page figure deux fois dans cette langue.',
  'integrations.issue.redirectUri':
    'Écrivez l’adresse https complète, sans «\u00A0#\u00A0» ni «\u00A0*\u00A0»\u00A0: elle est comparée telle quelle. Seul un environnement d’essai accepte http://localhost.',
  'integrations.issue.oneDisplayName':
    'Donnez le nom affiché dans les deux langues, ou dans aucune\u00A0: on lit alors le nom de l’association.',
  'integrations.issue.scopesOfSite':
    'Un site n’a pas de portées\u00A0: quiconque ouvre ses pages possède sa clé.',
  'integrations.issue.testRealmOnly': 'Cette portée est réservée aux environnements d’essai.',
  'integrations.issue.pagesOfTool':
    'Un outil muni d’une clé secrète n’a pas de pages pour les membres\u00A0: choisissez un site.',
  'integrations.issue.documentsOfTool':
    'Un outil muni d’une clé secrète peut envoyer n’importe quel document\u00A0: il n’y a rien à inscrire.',
  'integrations.issue.jwks.site': 'Un site ne peut pas garder de clé privée. Inscrivez un outil pour cela.',
  'integrations.issue.jwks.NOT_A_SET':
    'Ce n’est pas un jeu de clés Web JSON (JWKS)\u00A0: un objet dont «\u00A0keys\u00A0» est une liste de clés.',
  'integrations.issue.jwks.PRIVATE':
    'Ceci contient une clé privée. Tenez-la pour connue d’autrui, créez une autre paire et n’envoyez que sa moitié publique.',
  'integrations.issue.jwks.UNFIT':
    'Chaque clé doit avoir son propre «\u00A0kid\u00A0» et signer avec P-256, P-384, Ed25519 ou RSA d’au moins 2048 bits.',
  'integrations.issue.jwks.TOO_MANY': 'Un client a au plus 5 clés publiques.',

  'ClientKind.PUBLISHABLE': 'Site Web',
  'ClientKind.SECRET': 'Outil interne ou service',

  'SignInMode.HOSTED': 'Mot de passe sur la page du portail',
  'SignInMode.DIRECT': 'Mot de passe dans ses propres pages',

  'ClientPageKind.INVITATION': 'Page d’invitation',
  'ClientPageKind.PASSWORD_RESET': 'Nouveau mot de passe',
  'ClientPageKind.COMPLETION': 'Premier accès par lettre',
  'ClientPageKind.EMAIL_CONFIRMATION': 'Confirmation du courriel',
  'ClientPageKind.RENEWAL': 'Renouvellement',
  'ClientPageKind.INVOICE': 'Facture',
  'ClientPageKind.PREFERENCES': 'Préférences',
  'ClientPageKind.SIGNED_OUT': 'Session fermée',
};
