import type { Locale } from '../../../kernel/locale.ts';
import type { Context } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import type { Letter } from '../../../platform/mail/index.ts';
import type { OrganizationEntity } from '../organization.entity.ts';
import { tellPerson } from '../tell-person.ts';

const principals = statement<{ readonly personId: string }>(
  'joining-principal',
  `select person_id as "personId" from delegation
   where organization_id = $1 and role = 'PRINCIPAL' and suspended_at is null
     and from_at <= $2 and (to_at is null or to_at > $2)`,
);

/** The principal delegate, if they have their rights now. */
export async function actingPrincipal(
  { clock }: Pick<Context, 'clock'>,
  tx: Tx,
  organizationId: string,
): Promise<string | null> {
  const [principal] = await within(tx, principals, [organizationId, clock.now()]);
  return principal?.personId ?? null;
}

interface News<Values extends object> {
  readonly organization: OrganizationEntity;
  readonly letter: Letter<Values>;
  readonly values: (locale: Locale) => Values;
}

/** Writes to the principal delegate; answers to whom. Where none has their rights, the association's staff find it on the organization's page. */
export async function tellPrincipal<Values extends object>(
  context: Context,
  tx: Tx,
  { organization, ...mail }: News<Values>,
): Promise<string | null> {
  const personId = await actingPrincipal(context, tx, organization.id);
  if (personId === null) return null;
  const mailed = await tellPerson(context, tx, {
    ...mail,
    personId,
    associationId: organization.associationId,
  });
  return mailed ? personId : null;
}
