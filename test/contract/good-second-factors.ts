import { toPublicId } from '../../src/kernel/id.ts';
import { givenAccount, type GivenAccount } from '../accounts/given-account.ts';
import {
  addAppNow,
  addPasskey,
  begin,
  codeOf,
  passkeyOptions,
  perform,
} from '../second-factors/operations.ts';
import { softPasskey } from '../second-factors/soft-passkey.ts';
import { givenPerson, givenStaff } from '../support/given/membership-world.ts';
import type { Asked, Portal } from '../support/portal.ts';
import { StaffRole } from '../../src/modules/associations/index.ts';
import type { FurnishedBody } from './furnished-body.ts';
import type { Good, MakeGood } from './good.ts';
import { sessionOf } from './session-of.ts';

/** As `goodArguments`, for what people prove beside their password. */
export function goodSecondFactors(
  portal: Portal,
  { association, siteKey, siteOrigin, toolKey, office }: FurnishedBody,
): Readonly<Record<string, readonly MakeGood[]>> {
  const atPage: Asked = { clientKey: siteKey, headers: { origin: siteOrigin } };
  const idempotencyKey = 'une-seule-fois';
  const input = (fields: object, asked: Asked): Good => ({ variables: { input: fields }, asked });

  const fresh = async (): Promise<{ account: GivenAccount; asked: Asked }> => {
    const account = await givenAccount(portal, { associationIds: [association.id] });
    const { accessToken: token } = await sessionOf(portal, account, atPage);
    return { account, asked: { ...atPage, token } };
  };
  const withApp = async () => {
    const { account, asked } = await fresh();
    return { account, asked, ...(await addAppNow(portal, asked)) };
  };
  const enrolled = async (): Promise<Good> => {
    const { asked } = await fresh();
    const { secret } = await perform(portal, 'enrollTotp', {}, asked);
    return input({ code: codeOf(portal, secret), idempotencyKey }, asked);
  };
  const owing = async (proof: 'code' | 'recoveryCode' | 'passkey'): Promise<Good> => {
    const { account, asked } = await fresh();
    const { passkey, recoveryCodes } = await addPasskey(portal, asked);
    const { secret } = await addAppNow(portal, asked);
    const { challenge, passkeyOptions: options } = await begin(portal, account.address, atPage);
    const proofs = {
      code: codeOf(portal, secret, 1),
      recoveryCode: recoveryCodes![0],
      passkey: passkey.answer(options!),
    };
    return input({ challenge, [proof]: proofs[proof] }, atPage);
  };
  const registering = async (): Promise<Good> => {
    const { asked } = await fresh();
    const { options } = await perform(portal, 'beginPasskeyRegistration', {}, asked);
    const passkey = softPasskey(siteOrigin).register(options);
    return input({ passkey, name: 'Mon téléphone', idempotencyKey }, asked);
  };
  const signingIn = async (): Promise<Good> => {
    const { asked } = await fresh();
    const { passkey } = await addPasskey(portal, asked);
    return input({ passkey: passkey.answer((await passkeyOptions(portal, atPage))!) }, atPage);
  };
  const removing = async (): Promise<Good> => {
    const { asked } = await withApp();
    const { data } = await portal.graphql<{ viewer: { account: { secondFactors: { id: string }[] } } }>(
      '{ viewer { account { secondFactors { id } } } }',
      {},
      asked,
    );
    return input({ secondFactorId: data.viewer.account.secondFactors[0]!.id, idempotencyKey }, asked);
  };
  const losing = async (): Promise<{ account: GivenAccount; personId: string; identityCheck: string }> => {
    const { account } = await withApp();
    const person = await givenPerson(portal, { associationId: association.id, accountId: account.id });
    return { account, personId: toPublicId('Person', person.id), identityCheck: 'Permis de conduire' };
  };
  const contesting = async (): Promise<Good> => {
    const { account, ...asking } = await losing();
    const admin = await givenAccount(portal, { associationIds: [association.id] });
    await givenStaff(portal, admin.id, association, StaffRole.ADMIN);
    const { accessToken: token } = await sessionOf(portal, admin, { clientKey: toolKey });
    await perform(portal, 'resetSecondFactors', asking, { clientKey: toolKey, token });
    await portal.runDue();
    const mail = portal.mailbox.lastTo(account.address);
    return input({ token: /#contest=([\w-]+)/.exec(mail.text)![1]!, idempotencyKey }, { clientKey: siteKey });
  };

  return {
    passkeySignInOptions: [() => Promise.resolve({ variables: {}, asked: atPage })],
    verifySecondFactor: [() => owing('code'), () => owing('recoveryCode'), () => owing('passkey')],
    enrollTotp: [async () => input({ idempotencyKey }, (await fresh()).asked)],
    confirmTotp: [enrolled],
    beginPasskeyRegistration: [async () => input({ idempotencyKey }, (await fresh()).asked)],
    registerPasskey: [registering],
    signInWithPasskey: [signingIn],
    removeSecondFactor: [removing],
    regenerateRecoveryCodes: [async () => input({ idempotencyKey }, (await withApp()).asked)],
    resetSecondFactors: [
      async () => {
        const { account: _, ...asking } = await losing();
        return input({ ...asking, idempotencyKey }, office.asked);
      },
    ],
    contestSecondFactorReset: [contesting],
  };
}
