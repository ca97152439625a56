/** @type {import('./letters-words.fr.mjs').LettersWords} */
export const lettersEn = {
  title: 'First access by letter',
  titleFor: name => `First access by letter for ${name}`,
  way: 'Make a first-access link, to be printed in a letter',
  intro:
    'For members without an e-mail address: a link to be printed in a letter, with which the person opens their account themselves.',
  steps: [
    'The link works once, for 14 days. A new link takes the place of the earlier one.',
    'The person must also give their member number. So do not print it in the letter.',
    'The list is shown once and kept nowhere. Each list is put on record.',
  ],
  whom: 'For whom',
  choices: {
    waiting: 'The members without an account and an e-mail address who have no link that works',
    all: 'All members without an account and an e-mail address; links that work are replaced',
  },
  submit: 'Make the links',
  download: 'Download the list (CSV)',
  fileName: 'first-access.csv',
  lastDay: day => `The links work through ${day}.`,
  leftOut: reasons => `No link: ${reasons}.`,
  remaining: count =>
    `There are ${count.toLocaleString('en-CA')} more members: make another list to go on with them.`,
  gone: 'This list has been downloaded already and is kept nowhere. If it is lost, make new links.',
  again: 'Make other links',
};
