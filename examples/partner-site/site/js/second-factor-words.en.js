export const secondFactorsEn = {
  title: 'Second factor',
  explanation:
    'Besides your password, you show that you have your device. Whoever guesses or steals your password does not get in with it.',
  none: 'You have no second factor.',
  added: day => `Added on ${day}.`,
  used: day => `Used on ${day}.`,
  neverUsed: 'Not used yet.',
  elsewhere: website => `Works on ${website} only.`,
  remove: 'Remove',
  removeNamed: name => `Remove ${name}`,
  removed: name => `Removed: ${name}.`,
  addedNow: 'The second factor has been added.',
  addApp: 'Add an authenticator app',
  addPasskey: 'Add a passkey',
  cancel: 'Cancel',
  scan: 'Scan this picture with your authenticator app.',
  picture: 'QR code to scan with your authenticator app',
  openApp: 'Open the app on this device',
  typeSecret: 'Or type this key into it: ',
  codes: 'Recovery codes',
  codesLeft: left =>
    left === 0
      ? 'None is left.'
      : `${left} ${left > 1 ? 'codes are' : 'code is'} left for signing in without your device.`,
  renewCodes: 'Make new codes',
  keepCodes: 'Your recovery codes',
  keepCodesText:
    'Keep them on paper or in a password manager. If you lose your device, each of them lets you in once. They will not be shown again.',
  codesKept: 'I have kept them',
  oneMoreStep: 'One more step',
  proveYourself: 'Your password is right. Confirm that it is you.',
  nothingWorksHere: 'Nothing that your account asks for works on this site. We can help you.',
  otherWays: 'Another way',
  passkey: 'Passkey',
  usePasskey: 'Use my passkey',
  signInWithPasskey: 'Sign in with a passkey',
  passkeyFaults: {
    CANCELLED: 'No passkey was used. Try again, or choose another way.',
    KNOWN_HERE: 'This device has a passkey for your account already.',
  },
};
