import { FieldKind, Form, FormField } from '../../../platform/graphql/form.ts';
import type { Wording } from '../../../platform/wording/wording.ts';

/** As long as somebody may call a passkey. */
export const LONGEST_FACTOR_NAME = 60;
/** Room for spaces and dashes. */
export const LONGEST_TYPED_FACTOR_CODE = 64;

/** The form of `verifySecondFactor`, or of another act that takes the same, for the digits of an app. */
export const codeForm = (wording: Wording, name: string): Form =>
  new Form({
    name,
    title: wording.of('secondFactors.form.code.title'),
    submitLabel: wording.of('secondFactors.form.code.submit'),
    fields: [codeField(wording)],
  });

/** The same for one of the codes that were shown once. */
export const recoveryCodeForm = (wording: Wording, name: string): Form =>
  new Form({
    name,
    title: wording.of('secondFactors.form.recoveryCode.title'),
    submitLabel: wording.of('secondFactors.form.code.submit'),
    fields: [
      new FormField({
        path: ['input', 'recoveryCode'],
        label: wording.of('secondFactors.form.recoveryCode'),
        help: wording.of('secondFactors.form.recoveryCode.help'),
        kind: FieldKind.CODE,
        required: true,
        autocomplete: 'off',
        maxLength: LONGEST_TYPED_FACTOR_CODE,
      }),
    ],
  });

/** The form of `confirmTotp`. */
export const confirmTotpForm = (wording: Wording): Form =>
  new Form({
    name: 'confirmTotp',
    title: wording.of('secondFactors.form.confirmTotp.title'),
    submitLabel: wording.of('secondFactors.form.confirmTotp.submit'),
    fields: [codeField(wording)],
  });

/** The form of `registerPasskey`; what the device answers is added by the page. */
export const passkeyForm = (wording: Wording): Form =>
  new Form({
    name: 'registerPasskey',
    title: wording.of('secondFactors.form.passkey.title'),
    submitLabel: wording.of('secondFactors.form.passkey.submit'),
    fields: [
      new FormField({
        path: ['input', 'name'],
        label: wording.of('secondFactors.form.passkey.name'),
        help: wording.of('secondFactors.form.passkey.name.help'),
        kind: FieldKind.TEXT,
        required: true,
        autocomplete: 'off',
        maxLength: LONGEST_FACTOR_NAME,
      }),
    ],
  });

const codeField = (wording: Wording): FormField =>
  new FormField({
    path: ['input', 'code'],
    label: wording.of('secondFactors.form.code'),
    help: wording.of('secondFactors.form.code.help'),
    kind: FieldKind.CODE,
    required: true,
    autocomplete: 'one-time-code',
    maxLength: LONGEST_TYPED_FACTOR_CODE,
  });
