import { toPublicId, type MailId } from '../../src/kernel/id.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { transferRefusedForMember } from '../../src/modules/memberships/transfers/transfer.mails.ts';
import { tellPerson } from '../../src/modules/organizations/index.ts';
import { PASSWORD } from '../accounts/given-account.ts';
import { perform as performAccount } from '../accounts/operations.ts';
import { openPortal, type Asked, type Portal } from '../support/portal.ts';
import {
  givenBodies,
  givenOfficer,
  perform,
  type Bodies,
  type Member,
  type Result,
} from './leaving-operations.ts';

type Officer = Awaited<ReturnType<typeof givenOfficer>>;
type Died = Pick<Member, 'person'>;

interface Preview {
  readonly __typename: string;
  readonly preview: {
    readonly account: string;
    readonly memberships: readonly { readonly id: string }[];
    readonly told: readonly { readonly code: string }[];
    readonly moneyEffect: { readonly total: { readonly cents: number } };
  };
}

/** Two bodies of one tree with their offices, which put deaths on record and correct them: OPPI's where none is named. */
export interface DeathHouse {
  readonly portal: Portal;
  readonly bodies: Bodies;
  readonly oppi: Officer;
  readonly pibc: Officer;
  readonly record: (member: Died, more?: object, by?: Asked) => Promise<Result>;
  readonly withdraw: (member: Died, by?: Asked) => Promise<Result>;
  readonly preview: (member: Died, by: Asked) => Promise<Preview>;
  /** Whether a mail to them is queued. */
  readonly write: (member: Died) => Promise<boolean>;
  readonly sendAgain: (mailId: string, by: Asked) => Promise<object>;
  readonly signsIn: (member: Member) => Promise<string>;
}

export async function openDeathHouse(): Promise<DeathHouse> {
  const portal = await openPortal();
  const bodies = await givenBodies(portal);
  const oppi = await givenOfficer(portal, portal.world.oppi, portal.world.icu.toolKey);
  const pibc = await givenOfficer(portal, portal.world.pibc, bodies.pibcTool);
  return {
    portal,
    bodies,
    oppi,
    pibc,
    record: async (member, more = {}, by) =>
      perform(
        portal,
        'recordDeath',
        {
          personId: toPublicId('Person', member.person.id),
          diedOn: '2026-11-20',
          shownTotalCents: 0,
          ...more,
        },
        by ?? (await oppi.asked()),
      ),
    withdraw: async (member, by) =>
      perform(
        portal,
        'withdrawDeathRecord',
        { personId: toPublicId('Person', member.person.id), reason: 'Homonyme' },
        by ?? (await oppi.asked()),
      ),
    preview: async (member, by) => {
      const { data } = await portal.graphql<{ result: Preview }>(
        `query ($input: DeathPreviewInput!) { result: deathPreview(input: $input) { __typename
           ... on DeathPreviewSuccess { preview { account memberships { id } told { code }
             moneyEffect { total { cents } } } } } }`,
        { input: { personId: toPublicId('Person', member.person.id), diedOn: '2026-11-20' } },
        by,
      );
      return data.result;
    },
    write: ({ person }) =>
      portal.parts.db.transaction(tx =>
        tellPerson(portal.parts, tx, {
          personId: person.id,
          associationId: person.associationId,
          letter: transferRefusedForMember,
          values: () => ({
            member: 'Alizé Côté',
            memberNumber: 'OP-1',
            sending: 'OPPI',
            receiving: 'PIBC',
            memberClass: 'WESTERN',
            day: localDate('2027-02-01'),
            reason: null,
          }),
        }),
      ),
    sendAgain: async (id, by) => {
      const { data } = await portal.graphql<{ result: object }>(
        `mutation ($input: ResendMailInput!) { result: resendMail(input: $input) { __typename
           ... on MailNotResendable { why } } }`,
        { input: { mailId: toPublicId('Mail', id as MailId) } },
        by,
      );
      return data.result;
    },
    signsIn: async ({ address }) => {
      const input = { identifier: address, password: PASSWORD };
      const clientKey = portal.world.icu.siteKey;
      return (await performAccount(portal, 'signIn', input, { clientKey })).__typename;
    },
  };
}
