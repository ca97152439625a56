/** @type {import('./second-factor-words.fr.mjs').SecondFactorWords} */
export const secondFactorEn = {
  title: 'One more step',
  proveYourself: 'Your password is right. Confirm that it is you.',
  nothingWorksHere:
    'Nothing that your account asks for works in this tool. Ask another administrator for help.',
  add: 'Add an authenticator app',
  addIntro:
    'Your role asks for a second factor: besides your password, you show that you have your device. As long as you have none, the tool shows you nothing.',
  begin: 'Begin',
  scan: 'Scan this picture with your authenticator app.',
  picture: 'QR code to scan with your authenticator app',
  typeSecret: 'Or type this key into it:',
  codes: 'Your recovery codes',
  codesText:
    'Keep them on paper or in a password manager. If you lose your device, each of them lets you in once. They will not be shown again.',
  goOn: 'I have kept them: go on',
  added: 'The second factor has been added.',
};
