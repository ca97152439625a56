export const mailsFr = {
  title: 'Vos courriels',
  explanation:
    'Ce que l’association vous a envoyé en dernier. Un courriel peut prendre quelques minutes\u00A0: regardez aussi dans le courrier indésirable.',
  none: 'L’association ne vous a encore rien envoyé.',
  fate: (state, address) => `${state}, à ${address}`,
  prepared: moment => `Préparé le ${moment}`,
  nextTry: moment => `Prochain essai le ${moment}`,
  settled: {
    SENT: moment => `Envoyé le ${moment}`,
    BOUNCED: moment => `Abandonné le ${moment}`,
    CANCELLED: moment => `Annulé le ${moment}`,
  },
  again: 'Envoyer de nouveau',
  againNamed: subject => `Envoyer de nouveau\u00A0: ${subject}`,
  tooSoon: seconds =>
    `Ce courriel vient de partir. Vous pourrez le faire envoyer de nouveau dans ${seconds} ${seconds < 2 ? 'seconde' : 'secondes'}.`,
  sentAgain: address =>
    `Un nouveau courriel est en route vers ${address}. Un lien ou un code du précédent ne fonctionne plus.`,
};
