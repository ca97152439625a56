import { leavingFr } from './leaving-words.fr.js';
import { lostAddressFr } from './lost-address-words.fr.js';
import { addressesFr } from './addresses-words.fr.js';
import { billingFr } from './billing-words.fr.js';
import { mailsFr } from './mail-words.fr.js';
import { membershipFr } from './membership-words.fr.js';
import { secondFactorsFr } from './second-factor-words.fr.js';

/** What this site says in French by itself; everything about members and rules is worded by the service. */
export const fr = {
  portal: 'Portail des membres',
  skip: 'Aller au contenu',
  navigation: 'Pages du portail',
  help: 'Aide',
  call: 'Nous appeler',
  pages: {
    'index.html': 'Accueil',
    'invitation.html': 'Utiliser une invitation',
    'sign-in.html': 'Ouvrir une session',
    'forgot-password.html': 'Premier accès ou mot de passe oublié',
    'forgot-username.html': 'Nom d’utilisateur oublié',
    'profile.html': 'Votre profil',
    'membership.html': 'Votre adhésion',
    'invoices.html': 'Vos factures',
    'invoice.html': 'Facture',
    'organization.html': 'Votre organisation',
    'join.html': 'Se joindre à une organisation',
    'security.html': 'Sécurité',
  },
  hello: name => `Bonjour, ${name}`,
  realmSignIn: {
    title: 'Une session pour tous les sites',
    go: 'Ouvrir une session sur la page de l’association',
  },
  signOut: 'Fermer la session',
  welcome: association => `Bienvenue sur le portail des membres de l’organisme ${association}.`,
  notices: {
    welcome: 'Votre compte est ouvert et votre adresse courriel est confirmée. Voici votre profil.',
    'welcome-by-letter':
      'Votre compte est ouvert. Ouvrez dorénavant vos sessions avec votre nom d’utilisateur ou votre numéro de membre. Voici votre profil.',
    'signed-out': 'Votre session est fermée.',
    'session-ended': 'Votre session est terminée. Veuillez en ouvrir une nouvelle.',
    'principal-now': 'La place est à vous\u00A0: vous êtes maintenant délégué principal.',
    'handover-waits': 'Vous avez accepté. L’association doit maintenant approuver.',
    joined: 'Vous faites maintenant partie de cette organisation.',
    'left-organization': 'Vous n’avez plus de rôle pour cette organisation.',
  },
  loading: 'Un instant…',
  saved: 'C’est enregistré.',
  passwordChanged: 'Votre mot de passe est modifié. Partout ailleurs, vos sessions sont fermées.',
  tryAgain: 'Réessayer',
  offline: 'Le service est injoignable. Vérifiez votre connexion, puis réessayez\u00A0: rien n’est perdu.',
  online: 'La connexion est rétablie.',
  unexpected: 'Un problème est survenu. Réessayez dans un moment.',
  requestId: 'Numéro à nous donner si vous demandez de l’aide\u00A0: ',
  waitMinutes: minutes => `Réessayez dans ${minutes}\u00A0${minutes > 1 ? 'minutes' : 'minute'}.`,
  openTheMail: address =>
    `Un courriel est en route vers ${address}. Ouvrez-le et suivez son lien. Il peut prendre quelques minutes\u00A0: regardez aussi dans le courrier indésirable.`,
  suspended: 'suspendu',

  show: 'Afficher',
  requiredMark: 'Les champs marqués d’un astérisque (*) sont obligatoires.',
  correct: 'Veuillez corriger ce qui suit.',
  mustFill: 'Remplissez ce champ.',
  mustTick: 'Cochez cette case pour continuer.',
  mustChoose: 'Cochez au moins une case.',
  passwordsDiffer: 'Les deux mots de passe sont différents.',
  colon: '\u00A0: ',
  newTab: '(nouvel onglet)',

  invitation: {
    tryOtherCode: 'Inscrivez le code du courriel le plus récent.',
    existingAccount: 'Je dispose d’un compte existant',
    steps: 'Étapes',
    association: 'Association',
    organization: 'Organisation',
    offer: 'Ce que l’invitation donne',
    invitee: 'Personne invitée',
    address: 'Envoyée à',
    lastDay: 'Dernier jour',
    take: username => `Prendre «\u00A0${username}\u00A0»`,
    decline: 'Refuser l’invitation',
    declineIsFinal: 'Un refus est définitif\u00A0: le code ne pourra plus servir.',
    declineNow: 'Refuser pour de bon',
    endings: {
      ACCEPTED: {
        title: 'L’invitation est acceptée',
        text: 'Ce qu’elle donne fait maintenant partie de votre compte.',
      },
      AWAITING_ADDRESS: {
        title: 'Une dernière étape',
        text: 'L’adresse invitée doit d’abord confirmer que votre compte peut accepter cette invitation.',
      },
      DECLINED: { title: 'L’invitation est refusée', text: 'Il n’y a rien d’autre à faire.' },
      REISSUED: { title: 'Un nouveau code est en route', text: 'Ouvrez le courriel le plus récent.' },
    },
  },
  letters: {
    confirmation: {
      title: 'Accepter avec un autre compte',
      text: 'Un compte qui a une autre adresse courriel veut accepter l’invitation que vous avez reçue. Confirmez seulement si c’est vous.',
      button: 'Oui, c’est mon compte',
      done: 'C’est confirmé',
      doneText: () => 'Ce que l’invitation donne fait maintenant partie de ce compte.',
    },
    dispute: {
      title: 'Ce n’est pas moi',
      text: 'Si la mauvaise personne a accepté l’invitation, dites-le ici. Ce que l’invitation a donné est suspendu et l’association est avisée.',
      button: 'Ce n’est pas la bonne personne',
      done: 'L’association est avisée',
      doneText: () => 'Merci. Elle communiquera avec vous si elle a besoin de précisions.',
    },
    contest: {
      title: 'Garder mes deuxièmes facteurs',
      text: 'On nous a dit que vous avez perdu votre appareil. Si ce n’était pas vous, dites-le ici\u00A0: rien ne sera retiré de votre compte.',
      button: 'Ce n’était pas moi',
      done: 'Vos deuxièmes facteurs restent',
      doneText: () => 'Quelqu’un connaît peut-être votre mot de passe. Changez-le.',
    },
    email: {
      title: 'Confirmer mon adresse courriel',
      text: 'Un seul clic reste à faire.',
      button: 'Confirmer mon adresse',
      done: 'C’est confirmé',
      doneText: ({ address }) => `L’adresse ${address} est confirmée.`,
      noToken: 'Ouvrez le lien du courriel que vous avez reçu pour confirmer votre adresse.',
    },
  },
  recovery: {
    nothingCame: 'Rien n’est arrivé?',
    sendAgain: 'Envoyer de nouveau',
    done: 'Votre mot de passe est enregistré',
    doneText: 'Ouvrez une session avec lui. Toutes celles qui étaient ouvertes sont fermées.',
  },
  completion: {
    noLink: 'Pour ouvrir votre compte, ouvrez le lien de la lettre que votre association vous a envoyée.',
    lastDay: day => `Le lien fonctionne jusqu’au dernier jour compris\u00A0: ${day}.`,
  },
  rules: {
    met: ' (c’est bon)',
    unmet: ' (pas encore)',
    later: ' (vérifié à l’envoi)',
    missing: number =>
      number === 0
        ? 'Le mot de passe respecte tout ce qui peut être vérifié ici.'
        : `Règles encore à respecter\u00A0: ${number}.`,
  },
  lostAddress: lostAddressFr,
  addresses: addressesFr,
  mails: mailsFr,
  secondFactors: secondFactorsFr,
  sessions: {
    title: 'Sessions',
    explanation:
      'Là où votre session est ouverte. Fermez ce que vous ne reconnaissez pas, puis changez votre mot de passe.',
    place: (site, network) => `${site}, depuis le réseau ${network}`,
    current: 'Cet appareil, en ce moment',
    lastUsed: moment => `Dernière utilisation : ${moment}`,
    end: 'Fermer cette session',
    endNamed: device => `Fermer cette session : ${device}`,
    ended: device => `La session est fermée : ${device}.`,
    endAll: 'Fermer toutes les autres sessions',
    endedAll: 'Toutes les autres sessions sont fermées.',
  },
  profile: {
    mustConfirm: 'Votre adresse courriel doit être confirmée.',
    confirm: 'Confirmer la mienne',
    pendingChange: address =>
      `Votre nouvelle adresse, ${address}, doit encore être confirmée. Ouvrez le courriel qui y a été envoyé.`,
    security: 'Sécurité',
    changePassword: 'Modifier votre mot de passe',
    changeEmail: 'Modifier votre adresse courriel',
    organizations: 'Vos organisations',
    noOrganization: 'Vous ne représentez aucune organisation.',
    memberships: 'Vos adhésions',
    noMembership: 'Aucune adhésion au dossier.',
  },
  membership: membershipFr,
  leaving: leavingFr,
  billing: billingFr,
};
