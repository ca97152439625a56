export const lostAddressFr = {
  title: 'On nous a demandé de remplacer votre adresse',
  text: (address, day) =>
    `Notre équipe a vérifié l’identité d’une personne qui dit avoir perdu votre courriel. L’adresse ${address} remplacera la vôtre le ${day}, et toutes vos sessions se termineront. Si ce n’était pas vous, dites-le ici.`,
  letter: {
    title: 'Garder mon adresse',
    text: 'On nous a dit que vous ne pouvez plus lire vos courriels. Si ce n’était pas vous, dites-le ici\u00A0: votre adresse ne changera pas.',
    button: 'Ce n’était pas moi',
    done: 'Votre adresse reste la même',
    doneText: () => 'Quelqu’un s’est peut-être fait passer pour vous. Appelez-nous.',
  },
};
