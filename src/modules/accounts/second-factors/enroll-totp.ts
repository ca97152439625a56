import { toString as drawQrCode } from 'qrcode';
import { newId } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import { within } from '../../../platform/database/database.ts';
import { onceAfter } from '../../../platform/database/idempotency.ts';
import { statement } from '../../../platform/database/statement.ts';
import { associationById } from '../../associations/index.ts';
import { holdAccount } from '../account-state.ts';
import { actorOf, clientOf } from '../actor-of.ts';
import { signInNameOf } from '../sign-in-name.ts';
import { demandFreshProof } from './demand-fresh-proof.ts';
import { sealTotpSecret } from './totp-secret.ts';
import { newTotpSecret, totpUri } from './totp.ts';

export interface TotpEnrolment {
  readonly secret: string;
  readonly uri: string;
  /** SVG. */
  readonly qrCode: string;
}

const dropUnconfirmed = statement(
  'totp-drop-unconfirmed',
  'delete from totp_factor where account_id = $1 and confirmed_at is null',
);
const insert = statement(
  'totp-insert',
  'insert into totp_factor (id, account_id, sealed_secret, enrolled_at) values ($1, $2, $3, $4)',
);

/** Makes a secret for an authenticator app. It counts for nothing until a first code of it is typed. */
export async function enrollTotp(
  context: Context,
  { idempotencyKey: key }: { readonly idempotencyKey: string | undefined },
): Promise<TotpEnrolment> {
  const { accountId } = actorOf(context);
  const prepare = async (): Promise<{ issuer: string; label: string }> => {
    await demandFreshProof(context);
    return { issuer: await issuerOf(context), label: await signInNameOf(context, accountId) };
  };
  return onceAfter(context, prepare, { operation: 'enrollTotp', key, input: {} }, async (tx, named) => {
    await holdAccount(tx, accountId);
    const id = newId<'SecondFactor'>(context.clock, context.random);
    const secret = newTotpSecret(context.random);
    await within(tx, dropUnconfirmed, [accountId]);
    await within(tx, insert, [id, accountId, sealTotpSecret(context, id, secret), context.clock.now()]);
    const uri = totpUri(secret, named);
    return { secret, uri, qrCode: await drawQrCode(uri, { type: 'svg' }) };
  });
}

/** The name that the app shows: of the association at whose client the person is. */
async function issuerOf(context: Context): Promise<string> {
  const association = await context.load(associationById, clientOf(context).associationId);
  return (context.locale === 'fr-CA' ? association?.shortNameFr : association?.shortNameEn) ?? 'Affilia';
}
