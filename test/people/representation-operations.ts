import { toPublicId, type PersonId } from '../../src/kernel/id.ts';
import { mutationsOf } from '../support/mutations.ts';
import type { Asked, Portal } from '../support/portal.ts';

export interface RepresentationShown {
  readonly id: string;
  readonly kind: string;
  readonly kindLabel: string;
  readonly representedId: string;
  readonly representedName: string;
  readonly representativeId: string | null;
  readonly representativeName: string;
  readonly from: string;
  readonly to: string | null;
  readonly document: string | null;
  readonly uploadId: string | null;
  readonly viewerCan: { readonly end: boolean };
}

interface Result {
  readonly __typename: string;
  readonly message: string;
  readonly representation: RepresentationShown;
  readonly issues: readonly { readonly path: readonly string[]; readonly message: string }[];
}

export const SHOWN = `{ id kind kindLabel representedId representedName representativeId representativeName
  from to document uploadId viewerCan { end } }`;

export const { send, perform } = mutationsOf<'recordRepresentation' | 'endRepresentation', Result>(
  {
    recordRepresentation: `... on RecordRepresentationSuccess { representation ${SHOWN} }`,
    endRepresentation: `... on EndRepresentationSuccess { representation ${SHOWN} }`,
  },
  '... on Problem { message } ... on InvalidInput { issues { path message } }',
);

export interface Seen {
  readonly representations: readonly RepresentationShown[];
  readonly representationHistory: readonly RepresentationShown[];
}

/** Of a person or an organization; null for somebody who may not see it. */
export async function representationsOf(
  portal: Portal,
  id: string,
  asked: Asked,
  asOf: string | null = null,
): Promise<Seen | null> {
  const fields = `representations(asOf: $asOf) ${SHOWN} representationHistory ${SHOWN}`;
  const { data } = await portal.graphql<{ node: Seen | null }>(
    `query ($id: ID!, $asOf: Date) { node(id: $id) { ... on Person { ${fields} } ... on Organization { ${fields} } } }`,
    { id, asOf },
    asked,
  );
  return data.node;
}

/** Whom somebody represents. */
export async function representedBy(
  portal: Portal,
  asked: Asked,
  asOf: string | null = null,
): Promise<readonly RepresentationShown[]> {
  const { data } = await portal.graphql<{ viewer: Seen }>(
    `query ($asOf: Date) { viewer { representations(asOf: $asOf) ${SHOWN} } }`,
    { asOf },
    asked,
  );
  return data.viewer.representations;
}

export const idOf = ({ id }: { readonly id: PersonId }): string => toPublicId('Person', id);
