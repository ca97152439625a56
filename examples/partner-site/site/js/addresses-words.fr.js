/** What the page of security says of addresses, beside what the service words itself. */
export const addressesFr = {
  title: 'Vos adresses courriel',
  explanation:
    'Chaque adresse confirmée ouvre vos sessions. Vos courriels sont envoyés à l’adresse principale.',
  primary: 'Adresse principale',
  verified: 'Confirmée',
  unverified: 'Pas confirmée',
  pending: 'En attente\u00A0: suivez le lien du courriel qui y a été envoyé.',
  makePrimary: 'En faire l’adresse principale',
  makePrimaryNamed: address => `Faire de ${address} l’adresse principale`,
  madePrimary: address => `Vos courriels sont maintenant envoyés à ${address}.`,
  remove: 'Retirer',
  removeNamed: address => `Retirer ${address}`,
  removed: address => `${address} a été retirée.`,
  linked: 'Vos deux comptes n’en font plus qu’un.',
  oneMoreStep: 'Une étape de plus pour l’autre compte',
  proveOther: 'L’autre compte a un deuxième facteur. Montrez que vous l’avez.',
  noCodes: 'L’autre compte a une clé d’accès que cette page ne peut pas demander. Nous pouvons vous aider.',
};
