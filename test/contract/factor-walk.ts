import { expect } from '@jest/globals';
import { toPublicId } from '../../src/kernel/id.ts';
import { StaffRole } from '../../src/modules/associations/index.ts';
import { givenAccount, PASSWORD } from '../accounts/given-account.ts';
import { givenOffice } from '../invitations/operations.ts';
import { contestToken, freshAddress, send as sendLostAddress } from '../lost-address/operations.ts';
import { atSite, codeOf } from '../second-factors/operations.ts';
import { softPasskey } from '../second-factors/soft-passkey.ts';
import { givenPerson } from '../support/given/membership-world.ts';
import type { Asked } from '../support/portal.ts';
import type { Walker } from './secret-walk.ts';

/** Adds factors, signs in with each of them, loses them, and hears of it by mail. */
export async function provesItself({ portal, watch }: Walker): Promise<void> {
  const account = await givenAccount(portal);
  const person = await givenPerson(portal, { accountId: account.id });
  const atPage = atSite(portal);
  const credentials = { identifier: account.address, password: PASSWORD };
  const { session } = await watch.factor('signIn', credentials, atPage);
  const asked = { ...atPage, token: session!.accessToken };

  const { secret } = await watch.factor('enrollTotp', { idempotencyKey: 'inscrire' }, asked);
  watch.keep('app secret', secret);
  expect((await watch.factor('enrollTotp', { idempotencyKey: 'inscrire' }, asked)).secret).toBe(secret);
  const first = { code: codeOf(portal, secret), idempotencyKey: 'confirmer' };
  const { recoveryCodes } = await watch.factor('confirmTotp', first, asked);
  for (const code of recoveryCodes!) watch.keep('recovery code', code);
  expect((await watch.factor('confirmTotp', first, asked)).recoveryCodes).toEqual(recoveryCodes);

  const passkey = softPasskey(portal.world.aqpm.siteOrigin);
  const { options } = await watch.factor('beginPasskeyRegistration', { idempotencyKey: 'clé' }, asked);
  const made = { passkey: passkey.register(options), name: 'Mon téléphone', idempotencyKey: 'clé' };
  expect((await watch.factor('registerPasskey', made, asked)).__typename).toBe('RegisterPasskeySuccess');

  const owe = async (): Promise<{ challenge: string; passkeyOptions: string | null }> => {
    const { secondFactor } = await watch.factor('signIn', credentials, atPage);
    watch.keep('challenge', secondFactor!.challenge);
    await watch.look();
    return secondFactor!;
  };
  const verify = async (proof: object): Promise<string> => {
    const { challenge } = await owe();
    return (await watch.factor('verifySecondFactor', { challenge, ...proof }, atPage)).__typename;
  };
  portal.clock.advance(30_000);
  expect(await verify({ code: '000000' })).toBe('SecondFactorRefused');
  expect(await verify({ code: codeOf(portal, secret) })).toBe('VerifySecondFactorSuccess');
  expect(await verify({ recoveryCode: recoveryCodes![0] })).toBe('VerifySecondFactorSuccess');
  const renewed = await watch.factor('regenerateRecoveryCodes', { idempotencyKey: 'neufs' }, asked);
  for (const code of renewed.recoveryCodes!) watch.keep('recovery code', code);

  const office = await givenOffice(portal, { role: StaffRole.ADMIN });
  watch.keep('access token', office.asked.token!);
  const lost = {
    personId: toPublicId('Person', person.id),
    identityCheck: 'Permis',
    idempotencyKey: 'perdu',
  };
  await watch.factor('resetSecondFactors', lost, office.asked);
  await portal.runDue();
  const mail = portal.mailbox.lastTo(account.address);
  const token = watch.keep('contest token', /#contest=([\w-]+)/.exec(mail.text)![1]!);
  const contested = await watch.factor('contestSecondFactorReset', { token, idempotencyKey: 'non' });
  expect(contested.__typename).toBe('ContestSecondFactorResetSuccess');
  await losesTheirMailbox({ portal, watch }, account.address, { ...lost, asked: office.asked });
}

async function losesTheirMailbox(
  { portal, watch }: Pick<Walker, 'portal' | 'watch'>,
  address: string,
  { personId, identityCheck, asked }: { personId: string; identityCheck: string; asked: Asked },
): Promise<void> {
  const wanted = { personId, identityCheck, newAddress: freshAddress(), idempotencyKey: 'boîte' };
  await watch.call('replaceLostAddress', sendLostAddress(portal, 'replaceLostAddress', wanted, asked));
  const token = watch.keep('address contest token', await contestToken(portal, address));
  const input = { token, idempotencyKey: 'garder' };
  const contested = sendLostAddress(portal, 'contestAddressReplacement', input);
  expect((await watch.call('contestAddressReplacement', contested)).text).toContain('Success');
}
