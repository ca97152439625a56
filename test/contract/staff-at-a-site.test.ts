import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getNamedType, isNonNullType } from 'graphql';
import { CLIENT_SCOPES } from '../../src/platform/graphql/client-scope.ts';
import { signedIn } from '../accounts/operations.ts';
import { givenSomebodySignedIn } from '../support/given/membership-world.ts';
import { openPortal, type Asked, type Portal } from '../support/portal.ts';
import { askBriefly, codes } from './ask-briefly.ts';
import { wholeSelectionsOf, wideSelectionOf } from './ask-everything.ts';
import { everyOperation, placesOf, type Operation } from './every-operation.ts';
import { furnish, type FurnishedBody } from './furnished-body.ts';
import { goodArguments, type MakeGood } from './good-arguments.ts';
import { openInnerDoor, type InnerDoor } from './inner-door.ts';
import { askEach, type Question } from './packed-questions.ts';

const operations = await everyOperation();
const ofStaff = operations.filter(({ policy }) => policy === 'STAFF');
/**
 * Whoever types a password is not signed in yet, everybody's file is a new one, and of those who have a link the first
 * one alone says that the invoice will be paid.
 */
const byId = operations.filter(
  one =>
    one.policy !== 'DIRECT_CLIENT' &&
    !['createUpload', 'declareIntentToPay'].includes(one.name) &&
    placesOf(one).some(({ type }) => getNamedType(type).name === 'ID'),
);

let portal: Portal;
let door: InnerDoor;
let body: FurnishedBody;
let good: Readonly<Record<string, readonly MakeGood[]>>;
/** Administrators, at the tool and at the site. */
let staff: { readonly atTool: Asked; readonly atSite: Asked };
let stranger: Asked;
beforeAll(async () => {
  portal = await openPortal();
  door = await openInnerDoor(portal);
  body = await furnish(portal, portal.world.aqpm, 'Quimper');
  good = goodArguments(portal, body);
  const { address } = body.office.account;
  const { accessToken } = await signedIn(portal, address, { clientKey: body.siteKey });
  staff = { atTool: body.office.asked, atSite: { clientKey: body.siteKey, token: accessToken } };
  await letSiteDoAsTools();
  const { token } = await givenSomebodySignedIn(portal);
  stranger = { ...staff.atSite, token };
});
afterAll(() => portal.close());

/**
 * Two walls keep staff rights out of sites: no registration gives a site scopes, and what is not a tool exercises no
 * assignment. Behind the first one the second would never be tried, so here the site has the scopes of a tool.
 */
const letSiteDoAsTools = (): Promise<unknown> =>
  portal.parts.db.transaction(tx =>
    tx.query('update client set scopes = $2 where publishable_key = $1', [body.siteKey, CLIENT_SCOPES]),
  );

describe('somebody of the staff who signs in at a site that anybody can open', () => {
  it('there is something that staff alone may do', () => {
    expect(ofStaff.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['issueInvitations', 'memberships', 'organizations', 'appointPrincipal']),
    );
  });

  it.each(ofStaff)('is refused $name, which the tool gives them', async operation => {
    for (const [way, make] of good[operation.name]!.entries()) {
      const { variables, asked } = await make();

      if (byId.includes(operation)) await expectTheSame(operation, variables, way);
      const refused = await askBriefly(portal, operation, variables, staff.atSite);
      expect([refused.status, codes(refused), refused.data]).toEqual(
        isNonNullType(operation.field.type)
          ? [403, ['FORBIDDEN'], null]
          : [200, ['FORBIDDEN'], { [operation.name]: null }],
      );

      const given = await askBriefly(portal, operation, variables, asked);
      expect(given.errors).toEqual([]);
      const answer = given.data?.[operation.name] ?? null;
      expect(answer).not.toBeNull();
      if (String(operation.field.type).endsWith('Result!')) expect(answer?.__typename).toMatch(/Success$/);
    }
  });

  it.each(byId.filter(one => !ofStaff.includes(one)))(
    'gets from $name what anybody gets who is signed in',
    async operation => {
      for (const [way, make] of good[operation.name]!.entries()) {
        const { variables } = await make();

        await expectTheSame(operation, variables, way);
      }
    },
  );

  /** To every field; the other ways to ask lead to the same ones. */
  const expectTheSame = async (operation: Operation, variables: object, way: number): Promise<void> => {
    const isWhole = operation.kind === 'query' && way === 0;
    const questions = (isWhole ? wholeSelectionsOf(operation) : [wideSelectionOf(operation)]).map(
      (selection): Question => ({
        label: operation.name,
        operation,
        selection,
        variables: variables as Question['variables'],
      }),
    );
    expect(await askEach(door, questions, staff.atSite)).toEqual(await askEach(door, questions, stranger));
  };

  it('sees none of the body’s records by their ids, which the tool shows', async () => {
    const {
      Account: _,
      AccountAddress,
      Mail,
      SecondFactor,
      Session,
      AssociationDocument,
      Association,
      Section,
      MembershipClass,
      Upload,
      FeeItem: __,
      ...ids
    } = body.ids;
    const shown = async (asked: Asked, id: string): Promise<boolean> => {
      const { data } = await portal.graphql<{ node: object | null }>(
        'query ($id: ID!) { node(id: $id) { id } }',
        { id },
        asked,
      );
      return data.node !== null;
    };
    for (const id of Object.values(ids))
      expect([id, await shown(staff.atSite, id), await shown(staff.atTool, id)]).toEqual([id, false, true]);
    for (const id of [Association, Section, MembershipClass])
      expect(await shown(staff.atSite, id)).toBe(true);
    for (const id of [AccountAddress, Mail, SecondFactor, Session, AssociationDocument, Upload])
      expect(await shown(staff.atTool, id)).toBe(false);
  });

  it('has no assignment there', async () => {
    const assignments = async (asked: Asked): Promise<object[]> =>
      (
        await portal.graphql<{ viewer: { staffAssignments: object[] } }>(
          '{ viewer { staffAssignments { role association { code } } } }',
          {},
          asked,
        )
      ).data.viewer.staffAssignments;

    expect(await assignments(staff.atSite)).toEqual([]);
    expect(await assignments(staff.atTool)).toEqual([{ role: 'ADMIN', association: { code: 'aqpm' } }]);
  });

  it('lists no invitations, not even of an organization that is named', async () => {
    const invitations = operations.find(({ name }) => name === 'invitations')!;
    for (const organizationId of [null, body.ids.Organization]) {
      const filter = { associationId: body.ids.Association, organizationId };
      const answerTo = (asked: Asked) =>
        askBriefly(portal, invitations, { filter, order: 'ISSUED_AT_ASC' }, asked);

      const refused = await answerTo(staff.atSite);
      expect([refused.status, codes(refused), refused.data]).toEqual([403, ['FORBIDDEN'], null]);
      expect((await answerTo(staff.atTool)).errors).toEqual([]);
    }
  });

  it('does not change an organization, which the tool lets them', async () => {
    const name = 'updateOrganizationProfile';
    const { variables } = await good[name]![0]!();
    const resultFor = async (asked: Asked): Promise<string | undefined> => {
      const operation = operations.find(one => one.name === name)!;
      return (await askBriefly(portal, operation, variables, asked)).data?.[name]?.__typename;
    };

    expect(await resultFor(staff.atSite)).toBe('OrganizationNotFound');
    expect(await resultFor(staff.atTool)).toBe('UpdateOrganizationProfileSuccess');
  });
});
