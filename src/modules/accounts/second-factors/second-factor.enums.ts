import { registerEnumType } from 'type-graphql';

export enum SecondFactorKind {
  PASSKEY = 'PASSKEY',
  TOTP = 'TOTP',
  RECOVERY_CODE = 'RECOVERY_CODE',
}
registerEnumType(SecondFactorKind, {
  name: 'SecondFactorKind',
  description: 'What a person proves beside their password. New kinds may be added.',
  valuesConfig: {
    PASSKEY: { description: 'A device or a password manager that signs for this website.' },
    TOTP: { description: 'The six digits that an authenticator app shows.' },
    RECOVERY_CODE: {
      description: 'One of the codes that were shown once: for signing in without the device.',
    },
  },
});
