import type { FastifyInstance } from 'fastify';
import type { Parts } from '../../../platform/context.ts';
import { ProblemAtField } from '../../../platform/graphql/problem-at-field.ts';
import { Refusal } from '../../../platform/problem.ts';
import {
  beginPasskeyRegistration,
  changePassword,
  confirmTotp,
  confirmTotpForm,
  enrollTotp,
  factorsOfAccount,
  passkeyForm,
  passwordForm,
  PasskeysUnavailable,
  regenerateRecoveryCodes,
  registerPasskey,
  removeSecondFactor,
  SignInTooOld,
} from '../../accounts/index.ts';
import type { Providers } from '../provider/providers.ts';
import { readRefusal } from './form-page.ts';
import {
  addOwnPage,
  instead,
  NO_KEY,
  NOTHING_DONE,
  readTyped,
  refusedBy,
  type Again,
  type Instead,
  type Own,
  type OwnPage,
} from './own-page.ts';
import { codesPage, enrolmentPage, passwordChangedPage, securityPage } from './security-page.ts';

/** The realm's page for the password and for second factors: they serve every site whose people sign in here. */
export const addSecurityPage = (server: FastifyInstance, parts: Parts, providers: Providers): void =>
  addOwnPage(server, parts, providers, SECURITY);

const SECURITY: OwnPage = {
  page: 'security',
  async show(own, again) {
    const { context, here } = own;
    return securityPage(own, {
      again,
      factors: await context.load(factorsOfAccount, here.accountId),
      form: await passwordForm(context, here.accountId),
      ...(await passkeysNow(own)),
    });
  },
  async act(own) {
    const { context, body } = own;
    switch (body.get('act') ?? '') {
      case 'password':
        return takePassword(own);
      case 'app':
        return instead(enrolmentPage(own, await enrollTotp(context, NO_KEY)));
      case 'confirm':
        return confirmApp(own);
      case 'passkey':
        return addPasskey(own);
      case 'codes':
        return instead(codesPage(context, await regenerateRecoveryCodes(context, NO_KEY)));
      case 'remove':
        await removeSecondFactor(context, { secondFactorId: body.get('factor') ?? '', ...NO_KEY });
        return NOTHING_DONE;
      default:
        return NOTHING_DONE;
    }
  },
};

/** Beginning to add a passkey leaves nothing behind, and says whether anything can be changed now. */
async function passkeysNow({
  context,
}: Own): Promise<{ readonly isFresh: boolean; readonly passkeyOptions: string | null }> {
  try {
    return { isFresh: true, passkeyOptions: await beginPasskeyRegistration(context, NO_KEY) };
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault;
    if (fault.problem instanceof PasskeysUnavailable) return { isFresh: true, passkeyOptions: null };
    if (fault.problem instanceof SignInTooOld) return { isFresh: false, passkeyOptions: null };
    throw fault;
  }
}

/** The tokens of the session go to nobody: a site that had them comes back for new ones, by this very sign-in. */
async function takePassword(own: Own): Promise<Instead | Again> {
  const { context, here, deviceToken } = own;
  const { sent, again } = readTyped(own, await passwordForm(context, here.accountId));
  if (again) return again;
  const [currentPassword = '', newPassword = ''] = ['input.currentPassword', 'input.newPassword'].map(name =>
    sent.typed.get(name),
  );
  try {
    await changePassword(context, { currentPassword, newPassword, deviceToken, ...NO_KEY });
  } catch (fault) {
    return refusedBy(own, sent, fault);
  }
  return instead(passwordChangedPage(own));
}

async function confirmApp(own: Own): Promise<Instead | Again> {
  const { context } = own;
  const { sent, again } = readTyped(own, confirmTotpForm(context.wording));
  if (again) return instead(enrolmentPage(own, null, again.refused), again.refused);
  try {
    const codes = await confirmTotp(context, { code: sent.typed.get('input.code') ?? '', ...NO_KEY });
    return codes === null ? NOTHING_DONE : instead(codesPage(context, codes));
  } catch (fault) {
    if (!(fault instanceof Refusal && fault.problem instanceof ProblemAtField)) throw fault;
    const refused = readRefusal(context, sent, fault);
    return instead(enrolmentPage(own, null, refused), refused);
  }
}

async function addPasskey(own: Own): Promise<Instead | Again> {
  const { context, body } = own;
  const { sent, again } = readTyped(own, passkeyForm(context.wording));
  if (again) return again;
  try {
    const passkey = body.get('input.passkey') ?? '';
    const name = sent.typed.get('input.name') ?? '';
    const codes = await registerPasskey(context, { passkey, name, ...NO_KEY });
    return codes === null ? NOTHING_DONE : instead(codesPage(context, codes));
  } catch (fault) {
    return refusedBy(own, sent, fault);
  }
}
