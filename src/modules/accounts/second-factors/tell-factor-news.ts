import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { Letter } from '../../../platform/mail/letter.ts';
import { mailToOf, tell } from '../account.notices.ts';

/** Tells the person what became of their second factors. */
export const tellFactorNews = async <Values extends object>(
  context: Context,
  tx: Tx,
  accountId: string,
  letter: Letter<Values>,
  values: Values,
): Promise<void> => tell(context, tx, await mailToOf(tx, accountId), letter, values);
