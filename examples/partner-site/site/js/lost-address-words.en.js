export const lostAddressEn = {
  title: 'We were asked to replace your address',
  text: (address, day) =>
    `Our team checked the identity of somebody who says that they have lost your mailbox. ${address} will take the place of your address on ${day}, and all your sessions will end. If this was not you, say so here.`,
  letter: {
    title: 'Keep my address',
    text: 'We were told that you can no longer read your mail. If this was not you, say so here: your address will not change.',
    button: 'This was not me',
    done: 'Your address stays as it is',
    doneText: () => 'Somebody may have posed as you. Call us.',
  },
};
