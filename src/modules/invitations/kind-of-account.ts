import type { Context } from '../../platform/context.ts';
import { AccountKind } from '../accounts/index.ts';
import { isRepresented } from '../organizations/index.ts';

/** What an account for somebody on file is: nobody's alone where others stand for them. */
export const kindOfAccountFor = async (
  context: Context,
  person: { readonly id: string; readonly associationId: string },
): Promise<AccountKind> =>
  (await isRepresented(context, person)) ? AccountKind.NON_PERSONAL : AccountKind.INDIVIDUAL;
