import { readPublicId } from '../../../../kernel/id.ts';
import type { Context } from '../../../../platform/context.ts';
import { associationInReach } from '../../../associations/index.ts';
import { organizationById } from '../../../organizations/index.ts';
import { personById } from '../../../people/index.ts';
import type { Payer } from '../../payer.ts';
import { isOwnPayer } from '../../own-money.ts';

/** Somebody on file who may pay, for an act of staff: absent, of another tree and one's own are the same answer. */
export async function findPayer(context: Context, publicId: string): Promise<Payer | null> {
  const payer = await payerOnFile(context, publicId);
  return payer && !(await isOwnPayer(context, payer)) ? payer : null;
}

async function payerOnFile(context: Context, publicId: string): Promise<Payer | null> {
  const named = readPublicId(publicId);
  if (named?.kind === 'Association')
    return (await associationInReach(context, named.id)) && { associationId: named.id };
  if (named?.kind === 'Organization') {
    const organization = await context.load(organizationById, named.id);
    const isInReach = organization && (await associationInReach(context, organization.associationId));
    return isInReach ? { organizationId: named.id } : null;
  }
  if (named?.kind !== 'Person') return null;
  const person = await context.load(personById, named.id);
  const isInReach = person && (await associationInReach(context, person.associationId));
  return isInReach ? { personId: named.id } : null;
}
