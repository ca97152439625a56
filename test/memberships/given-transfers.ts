import { toPublicId } from '../../src/kernel/id.ts';
import { openPortal, type Asked, type Portal } from '../support/portal.ts';
import {
  FEBRUARY,
  givenBodies,
  givenOfficer,
  perform,
  type Bodies,
  type Member,
  type Result,
  type TransferShown,
} from './leaving-operations.ts';

export type Officer = Awaited<ReturnType<typeof givenOfficer>>;

interface Listed {
  readonly totalCount: number;
  readonly nodes: readonly TransferShown[];
}

/** OPPI, which members leave for PIBC, with the offices of both. */
export interface TransferHouse {
  readonly portal: Portal;
  readonly bodies: Bodies;
  readonly oppi: Officer;
  readonly pibc: Officer;
  readonly toPlanner: () => object;
  readonly ask: (member: Member, more?: object, by?: Asked) => Promise<Result>;
  /** The same; answers the id of the request. */
  readonly asked: (member: Member, more?: object, by?: Asked) => Promise<string>;
  readonly decide: (transferId: string, more?: object) => Promise<Result>;
  readonly state: (transferId: string, standing: string, note?: string | null) => Promise<Result>;
  readonly mailsTo: (address: string) => Promise<string>;
  readonly listed: (code: 'oppi' | 'pibc', filter: object, by: Asked) => Promise<Listed | null>;
  readonly resign: (membershipId: string, on: string, by: Asked) => Promise<string>;
}

export async function openTransferHouse(): Promise<TransferHouse> {
  const portal = await openPortal();
  const bodies = await givenBodies(portal);
  const oppi = await givenOfficer(portal, portal.world.oppi, portal.world.icu.toolKey);
  const pibc = await givenOfficer(portal, portal.world.pibc, bodies.pibcTool);
  const wanted = (member: Member, more: object = {}): object => ({
    membershipId: member.membershipId,
    toAssociationId: toPublicId('Association', portal.world.pibc.id),
    toClassId: toPublicId('MembershipClass', bodies.western.id),
    on: FEBRUARY,
    shownTotalCents: 0,
    ...more,
  });
  const toPlanner = (): object => ({ toClassId: toPublicId('MembershipClass', bodies.planner.id) });
  const ask = async (member: Member, more: object = {}, by?: Asked): Promise<Result> =>
    perform(portal, 'requestTransfer', wanted(member, more), by ?? (await member.asked()));
  const asked = async (member: Member, more: object = {}, by?: Asked): Promise<string> =>
    (await ask(member, more, by)).transfer.id;
  const decide = async (transferId: string, more: object = {}): Promise<Result> =>
    perform(
      portal,
      'decideTransfer',
      { transferId, decision: 'ACCEPT', shownTotalCents: 0, ...more },
      await pibc.asked(),
    );
  const state = async (transferId: string, standing: string, note: string | null = null): Promise<Result> =>
    perform(portal, 'stateTransferStanding', { transferId, standing, note }, await oppi.asked());
  const mailsTo = async (address: string): Promise<string> => {
    await portal.runDue();
    return portal.mailbox
      .to(address)
      .map(({ subject, text }) => `${subject}\n${text}`)
      .join('\n\n');
  };
  const listed = async (
    code: 'oppi' | 'pibc',
    filter: object,
    by: Asked,
  ): Promise<{ readonly totalCount: number; readonly nodes: readonly TransferShown[] } | null> => {
    const { data } = await portal.graphql<{
      association: { membershipTransfers: { totalCount: number; nodes: TransferShown[] } | null };
    }>(
      `query ($id: ID!, $filter: MembershipTransferFilter!) { node(id: $id) { ... on Association {
         membershipTransfers(filter: $filter) { totalCount nodes { id state overdue } } } } }`.replace(
        'node(id: $id) { ... on Association {',
        'association: node(id: $id) { ... on Association {',
      ),
      { id: toPublicId('Association', portal.world[code].id), filter },
      by,
    );
    return data.association.membershipTransfers;
  };
  const resign = async (membershipId: string, on: string, by: Asked): Promise<string> => {
    const { data } = await portal.graphql<{ result: { __typename: string } }>(
      'mutation ($input: ResignMembershipInput!) { result: resignMembership(input: $input) { __typename } }',
      { input: { membershipId, on, reason: 'Déménagement', shownTotalCents: 0 } },
      by,
    );
    return data.result.__typename;
  };
  return { portal, bodies, oppi, pibc, toPlanner, ask, asked, decide, state, mailsTo, listed, resign };
}
