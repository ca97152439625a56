import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  addAssociationDocument,
  documentsInForce,
  DocumentKind,
  type AssociationEntity,
} from '../../src/modules/associations/index.ts';
import { days } from '../support/fake-clock.ts';
import { openPortal, type Portal } from '../support/portal.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterAll(async () => {
  await portal.close();
});

const shown = async ({ id }: AssociationEntity): Promise<string[]> =>
  (await documentsInForce(portal.parts, id)).map(({ kind, version }) => `${kind} ${version}`);

const add = (association: AssociationEntity, kind: DocumentKind, version: string, inForceFrom: Date) =>
  portal.parts.db.transaction(tx =>
    addAssociationDocument(portal.parts, tx, {
      associationId: association.id,
      kind,
      version,
      urlFr: `https://icu.example/fr/${version}`,
      urlEn: `https://icu.example/en/${version}`,
      inForceFrom,
    }),
  );

describe('what is accepted when an account is opened', () => {
  it('is what the nearest body above says, where a body says nothing itself', async () => {
    const { icu, oppi } = portal.world;

    expect(await shown(oppi)).toEqual(['TERMS 2026-01', 'PRIVACY 2026-01']);
    expect(await shown(oppi)).toEqual(await shown(icu.association));
  });

  it('is the own text of each kind, beside the other one from above', async () => {
    const { oppi, pibc } = portal.world;

    await add(oppi, DocumentKind.PRIVACY, 'oppi-1', new Date('2026-02-01T05:00:00Z'));

    expect(await shown(oppi)).toEqual(['TERMS 2026-01', 'PRIVACY oppi-1']);
    expect(await shown(pibc)).toEqual(['TERMS 2026-01', 'PRIVACY 2026-01']);
  });

  it('changes at the instant at which a new version comes into force', async () => {
    const { acps } = portal.world;
    const newYear = new Date(portal.clock.now().getTime() + days(40));

    await add(acps.association, DocumentKind.TERMS, '2027-01', newYear);

    portal.clock.setTo(new Date(newYear.getTime() - 1).toISOString());
    expect(await shown(acps.association)).toEqual(['TERMS 2026-01', 'PRIVACY 2026-01']);
    portal.clock.advance(1);
    expect(await shown(acps.association)).toEqual(['TERMS 2027-01', 'PRIVACY 2026-01']);
  });
});
