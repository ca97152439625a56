import type { Portal } from '../support/portal.ts';
import type { DeliveredMail } from '../support/smtp.ts';

interface WaitingMail {
  readonly id: string;
  readonly to: string;
  readonly box: Buffer | null;
}

/** In what each letter puts its secret behind the address of its page. */
const NAMES = ['code', 'token', 'confirmation', 'dispute', 'contest', 'contest-address'];

const WAITING = `
  select mail.id, mail.to_address as to, mail.sealed_secret as box
  from graphile_worker._private_jobs job join mail on mail.id = (job.payload->>'mailId')::uuid
  where mail.association_id = $1 order by job.id`;
const TAKE = `
  with gone as (delete from graphile_worker._private_jobs where payload->>'mailId' = any ($1::text[]))
  update mail set state = 'SENT', subject = letter, settled_at = $2, sealed_secret = null where id = any ($1::uuid[])`;
const OTHER_JOBS = `
  select exists (
    select from graphile_worker._private_jobs
    where payload->>'mailId' is null and (flags is null or run_at <= $1)) as due`;

/**
 * The portal for whoever needs what a body's letters hold, but no letters: they are taken from the outbox, neither
 * written nor sent. Whatever else is due is done.
 */
export function withoutPost(portal: Portal, { association }: { association: { id: string } }): Portal {
  const secrets = new Map<string, string[]>();
  const { db, vault } = portal.parts;
  const to = (address: string): DeliveredMail[] =>
    (secrets.get(address) ?? []).map(text => ({ text }) as DeliveredMail);
  return {
    ...portal,
    mailbox: {
      ...portal.mailbox,
      to,
      lastTo(address) {
        const mail = to(address).at(-1);
        if (!mail) throw new Error(`no mail to ${address}`);
        return mail;
      },
    },
    async runDue() {
      const now = portal.clock.now();
      await db.transaction(async tx => {
        const mails = await tx.query<WaitingMail[]>(WAITING, [association.id]);
        for (const { id, to, box } of mails) {
          const secret = box === null ? '' : vault.open(box, `mail:${id}`);
          const text = secret && NAMES.map(name => `#${name}=${secret}`).join(' ');
          secrets.set(to, [...(secrets.get(to) ?? []), text]);
        }
        if (mails.length > 0) await tx.query(TAKE, [mails.map(({ id }) => id), now]);
      });
      const [other] = await db.entities.query<{ due: boolean }[]>(OTHER_JOBS, [now]);
      if (other?.due) await portal.runDue();
    },
  };
}
