export const secondFactorsWordingEn = {
  SecondFactorRefused:
    'This code or passkey is not accepted. Codes work once: wait for the next one, or try another way.',
  SecondFactorExpired: 'This took too long, or it is done already. Please start again.',
  SecondFactorNotFound: 'There is no such second factor on your account.',
  SecondFactorMissing: 'This account has no second factor.',
  PasskeysUnavailable: 'Passkeys work on websites only. Use another way here.',
  OwnFactorsKept: 'Nobody resets their own second factors. Ask another administrator.',

  'SecondFactorKind.PASSKEY': 'Passkey',
  'SecondFactorKind.TOTP': 'Authenticator app',
  'SecondFactorKind.RECOVERY_CODE': 'Recovery code',

  'SecondFactorResetState.WAITING': 'Waiting',
  'SecondFactorResetState.CONTESTED': 'Stopped by the person',
  'SecondFactorResetState.DONE': 'Done',

  'secondFactors.form.code.title': 'Code from your app',
  'secondFactors.form.code.submit': 'Confirm',
  'secondFactors.form.code': 'Six-digit code',
  'secondFactors.form.code.help': 'It is in your authenticator app, and changes every 30 seconds.',
  'secondFactors.form.recoveryCode.title': 'I do not have my device',
  'secondFactors.form.recoveryCode': 'Recovery code',
  'secondFactors.form.recoveryCode.help':
    'One of the ten codes that you were shown when you added your second factor. Each works once.',
  'secondFactors.form.confirmTotp.title': 'Confirm the app',
  'secondFactors.form.confirmTotp.submit': 'Add the app',
  'secondFactors.form.passkey.title': 'Add a passkey',
  'secondFactors.form.passkey.submit': 'Add the passkey',
  'secondFactors.form.passkey.name': 'Name of the passkey',
  'secondFactors.form.passkey.name.help': 'So that you know it again, such as “My phone”.',

  'secondFactors.mail.greeting': 'Hello,',
  'secondFactors.mail.notYou':
    'If this was not you, change your password now, then write to us or call us: our contact details are below.',
  'secondFactors.mail.added.subject': 'A second factor was added to your account',
  'secondFactors.mail.added.text':
    '{kind, select, TOTP {An authenticator app} other {The passkey “{name}”}} was added to your account. It is asked for from now on when somebody signs in with your password.',
  'secondFactors.mail.removed.subject': 'A second factor was removed from your account',
  'secondFactors.mail.removed.text':
    '{kind, select, TOTP {The authenticator app} other {The passkey “{name}”}} of your account was removed. It no longer signs anybody in.',
  'secondFactors.mail.codeUsed.subject': 'A recovery code was used for your account',
  'secondFactors.mail.codeUsed.text':
    'Somebody signed in to your account with your password and one of your recovery codes. {left, plural, =0 {None is left: make new ones on your security page.} one {# code is left.} other {# codes are left.}}',
  'secondFactors.mail.codesRenewed.subject': 'Your recovery codes were replaced',
  'secondFactors.mail.codesRenewed.text':
    'New recovery codes were made for your account. Those that you had before no longer work.',
  'secondFactors.mail.resetAsked.subject': 'Somebody asked us to remove your second factors',
  'secondFactors.mail.resetAsked.text':
    'Somebody told us that you have lost the device with which you confirm your sign-ins. We will remove the second factors of your account 24 hours from now: your password alone will then sign you in. It may be sooner if a second member of our staff has checked who asked.',
  'secondFactors.mail.resetAsked.notYou': 'If this was not you, stop it now:',
  'secondFactors.mail.resetAsked.label': 'Keep my second factors',
  'secondFactors.mail.resetAsked.ignore': 'If it was you, there is nothing to do but wait.',
  'secondFactors.mail.resetDone.subject': 'Your second factors were removed',
  'secondFactors.mail.resetDone.text':
    'As you asked our staff, the second factors and recovery codes of your account were removed. Your password alone signs you in.',
  'secondFactors.mail.resetDone.advice': 'Sign in, and add a second factor again on your security page.',
  'secondFactors.mail.resetContested.subject': 'A removal of second factors was contested',
  'secondFactors.mail.resetContested.text':
    'The removal of somebody’s second factors, which you asked for, was stopped by the link in the e-mail to that person. Their second factors stay.',
  'secondFactors.mail.resetContested.advice':
    'Somebody may have passed for them. Call the person at the number on file before you do anything else.',
} as const;
