export const mailsEn = {
  title: 'Your mails',
  explanation:
    'What the association sent you last. A mail can take some minutes: look in your junk mail too.',
  none: 'The association has sent you nothing yet.',
  fate: (state, address) => `${state}, to ${address}`,
  prepared: moment => `Prepared on ${moment}`,
  nextTry: moment => `Next try on ${moment}`,
  settled: {
    SENT: moment => `Sent on ${moment}`,
    BOUNCED: moment => `Given up on ${moment}`,
    CANCELLED: moment => `Cancelled on ${moment}`,
  },
  again: 'Send again',
  againNamed: subject => `Send again: ${subject}`,
  tooSoon: seconds =>
    `This mail has only just left. You can have it sent again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`,
  sentAgain: address =>
    `Another mail is on its way to ${address}. A link or code of the one before no longer works.`,
};
