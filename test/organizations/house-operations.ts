import { fromPublicId, toPublicId } from '../../src/kernel/id.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import type { DelegateRole } from '../../src/modules/organizations/index.ts';
import {
  givenDelegations,
  givenOrganization,
  givenSomebodySignedIn,
  type SignedIn,
} from '../support/given/membership-world.ts';
import { mutationsOf } from '../support/mutations.ts';
import type { Asked, Portal } from '../support/portal.ts';

export interface Stay {
  readonly section: { readonly code: string };
  readonly from: string;
  readonly to: string | null;
}
interface FieldShown {
  readonly path: readonly string[];
  readonly kind: string;
  readonly label: string;
  readonly value: string | null;
  readonly readOnlyReason: string | null;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}
export interface Shown {
  readonly sections: readonly Stay[];
  readonly sectionHistory: readonly Stay[];
  readonly sectionsForm: { readonly name: string; readonly fields: readonly FieldShown[] };
  readonly coordinates: Readonly<Record<'addresses' | 'phones' | 'emails' | 'websites', readonly object[]>>;
  readonly coordinatesForm: { readonly name: string; readonly fields: readonly FieldShown[] };
  readonly viewerCan: { readonly setSections: boolean; readonly updateProfile: boolean };
}
export interface Result {
  readonly __typename: string;
  readonly organization: Shown;
  readonly issues: readonly { readonly path: readonly string[]; readonly message: string }[];
}

export const FORM = '{ name fields { path kind label value readOnlyReason options { value label } } }';
export const SHOWN = `{
  sections { section { code } from to }
  sectionHistory { section { code } from to }
  sectionsForm ${FORM} coordinatesForm ${FORM}
  coordinates {
    addresses { kind kindLabel address { lines } } phones { kind kindLabel number extension formatted }
    emails { kind kindLabel address } websites { kind kindLabel url }
  }
  viewerCan { setSections updateProfile }
}`;
const { perform } = mutationsOf<'setOrganizationSections' | 'setOrganizationCoordinates', Result>(
  {
    setOrganizationSections: `... on SetOrganizationSectionsSuccess { organization ${SHOWN} }`,
    setOrganizationCoordinates: `... on SetOrganizationCoordinatesSuccess { organization ${SHOWN} }`,
  },
  '... on InvalidInput { issues { path message } }',
);

/** A house that is in the section of television since April 2024, and a delegate of it, signed in at AQPM's site. */
export type House = SignedIn & { readonly organizationId: string };

export async function givenHouse(portal: Portal, ...roles: DelegateRole[]): Promise<House> {
  const sections = [{ sectionId: portal.world.aqpm.sectionIds[0] ?? '', from: localDate('2024-04-01') }];
  const organization = await givenOrganization(portal, { sections });
  const delegate = await givenSomebodySignedIn(portal);
  await givenDelegations(portal, organization, delegate.person, ...roles);
  return { organizationId: toPublicId('Organization', organization.id), ...delegate };
}

export const setSections = (
  portal: Portal,
  { organizationId, token }: House,
  stays: readonly object[],
  asked: Asked = { token },
): Promise<Result> => perform(portal, 'setOrganizationSections', { organizationId, stays }, asked);

export const setCoordinates = (
  portal: Portal,
  { organizationId, token }: House,
  lists: object,
  asked: Asked = { token },
): Promise<Result> => perform(portal, 'setOrganizationCoordinates', { organizationId, ...lists }, asked);

/** As its delegate sees it. */
export async function readHouse(
  portal: Portal,
  { organizationId, token }: House,
  what: string,
  locale: 'fr-CA' | 'en-CA' = 'fr-CA',
): Promise<Shown & Record<string, unknown>> {
  const query = `query ($id: ID!) { organization(id: $id) { ${what} } }`;
  const { data, errors } = await portal.graphql<{ organization: Shown & Record<string, unknown> }>(
    query,
    { id: organizationId },
    { token, locale },
  );
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data.organization;
}

export async function lastAudit(
  { parts }: Portal,
  { organizationId }: House,
): Promise<{ readonly before: object; readonly after: object } | undefined> {
  const [entry] = await parts.db.entities.query<{ before: object; after: object }[]>(
    'select before, after from audit_entry where subject_id = $1 order by occurred_at desc limit 1',
    [fromPublicId('Organization', organizationId)],
  );
  return entry;
}

export const told = ({ issues }: Result): string[] =>
  issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
