import type { AccountId } from '../../src/kernel/id.ts';
import type { Locale } from '../../src/kernel/locale.ts';
import { givenAccount } from '../accounts/given-account.ts';
import { givenPerson } from '../support/given/membership-world.ts';
import type { Portal } from '../support/portal.ts';
import { addBody, plain, type Body } from '../support/world.ts';

export interface Login {
  readonly id: AccountId;
  readonly username: string | null;
  readonly address: string;
}

export interface WantedLogin {
  readonly username?: string | null;
  readonly address?: string;
  readonly locale?: Locale;
  readonly kind?: 'INDIVIDUAL' | 'JOINT' | 'NON_PERSONAL';
  /** As an import leaves it: no password, and an address that nobody has confirmed. */
  readonly imported?: boolean;
  readonly disabled?: boolean;
  /** Given and family name of each person who uses it. */
  readonly names?: readonly (readonly [string, string])[];
  /** At which these people are written to. */
  readonly contactEmail?: string;
  /** Without an address of its own. */
  readonly addressless?: boolean;
  readonly bodies?: readonly Pick<Body, 'association'>[];
}

/** An account of any kind and in any state. */
export async function givenLogin(portal: Portal, wanted: WantedLogin = {}): Promise<Login> {
  const bodies = wanted.bodies ?? [portal.world.aqpm];
  const { id, username, address } = await givenAccount(portal, {
    ...(wanted.username !== undefined && { username: wanted.username }),
    ...(wanted.address !== undefined && { address: wanted.address }),
    ...(wanted.locale !== undefined && { locale: wanted.locale }),
    associationIds: bodies.map(({ association }) => association.id),
  });
  for (const [givenName, familyName] of wanted.names ?? [])
    await givenPerson(portal, {
      givenName,
      familyName,
      accountId: id,
      associationId: bodies[0]?.association.id ?? portal.world.aqpm.association.id,
      contactEmail: wanted.contactEmail ?? null,
    });
  await portal.parts.db.transaction(async tx => {
    await tx.query('update account set kind = $2 where id = $1', [id, wanted.kind ?? 'INDIVIDUAL']);
    if (wanted.disabled === true)
      await tx.query('update account set disabled_at = $2 where id = $1', [id, portal.clock.now()]);
    if (wanted.imported === true) {
      await tx.query('update account set password_hash = null where id = $1', [id]);
      await tx.query('update account_address set verified_at = null where account_id = $1', [id]);
    }
    if (wanted.imported === true || wanted.addressless === true)
      await tx.query(`delete from sign_in_identifier where account_id = $1 and kind = 'EMAIL'`, [id]);
    if (wanted.addressless === true)
      await tx.query('delete from account_address where account_id = $1', [id]);
  });
  return { id, username, address };
}

/** A body that asks for names besides the identifier, and answers at two telephone numbers. */
export const givenClientPortal = (portal: Portal, code = 'portail-client'): Promise<Body> =>
  portal.parts.db.transaction(tx =>
    addBody(portal.parts, tx, {
      ...plain(code, 'Portail client'),
      supportPhone: '+14188381107',
      supportTollFreePhone: '+18887761668',
      recoveryPolicy: 'IDENTIFIER_AND_NAMES',
    }),
  );
