import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toPublicId } from '../../src/kernel/id.ts';
import type { Locale } from '../../src/kernel/locale.ts';
import {
  AssociationKind,
  DocumentKind,
  IdentifierPolicy,
  LanguagePolicy,
  RealmMode,
  StaffReach,
  StaffRole,
} from '../../src/modules/associations/index.ts';
import { openPortal, type Portal } from '../support/portal.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterAll(async () => {
  await portal.close();
});

interface Named {
  code: string;
  name: string;
}

describe('the realm, before anybody signs in (A3)', () => {
  const REALM = `{ realm {
    mode locales languagePolicy identifierPolicy
    association { id code kind name names { fr en } shortName timeZone provinces website brand { colour textColour logoUrl } }
    support { email phone website text }
  } }`;

  it('is told in French', async () => {
    const { data, headers } = await portal.graphql<{ realm: object }>(REALM);

    expect(data.realm).toMatchObject({
      mode: 'TEST',
      locales: ['FR_CA', 'EN_CA'],
      languagePolicy: 'FR_FIRST_CHOICE',
      identifierPolicy: 'USERNAME',
      association: {
        id: toPublicId('Association', portal.world.aqpm.association.id),
        code: 'aqpm',
        kind: 'NATIONAL',
        name: 'Association québécoise de la production médiatique',
        website: 'https://aqpm.example/',
        brand: { colour: '#1b3a5c', textColour: '#ffffff', logoUrl: null },
      },
      support: {
        email: 'aide@aqpm.example',
        phone: '+15143977610',
        website: 'https://aqpm.example/',
        text: 'Besoin d’aide? Association québécoise de la production médiatique\u00A0: aide@aqpm.example ou 514 397-7610.',
      },
    });
    expect(headers.get('content-language')).toBe('fr-CA');
  });

  it('is told in English', async () => {
    const { data } = await portal.graphql<{ realm: object }>(REALM, {}, { locale: 'en-CA' });

    expect(data.realm).toMatchObject({
      association: {
        name: 'Association québécoise de la production médiatique (Canada)',
        names: {
          fr: 'Association québécoise de la production médiatique',
          en: 'Association québécoise de la production médiatique (Canada)',
        },
        website: 'https://aqpm.example/en/',
      },
      support: {
        text: 'Need help? Association québécoise de la production médiatique (Canada): aide@aqpm.example or 514-397-7610.',
      },
    });
  });

  it("is that of the calling client's association", async () => {
    const { data } = await portal.graphql<{ realm: { identifierPolicy: string; association: Named } }>(
      '{ realm { identifierPolicy association { code name } } }',
      {},
      { clientKey: portal.world.acps.siteKey },
    );

    expect(data.realm).toMatchObject({ identifierPolicy: 'EMAIL', association: { code: 'acps' } });
  });

  it('is not told to a program that does not say who it is', async () => {
    const { errors } = await portal.graphql(REALM, {}, { clientKey: null });

    expect(errors.map(error => error.extensions.code)).toEqual(['UNAUTHENTICATED']);
  });
});

describe('trees do not see each other (C7)', () => {
  const asIcu = () => ({ clientKey: portal.world.icu.siteKey });

  it('an association of the own tree is found by its code, with the bodies around it', async () => {
    const { data } = await portal.graphql<{ association: unknown }>(
      '{ association(code: "oppi") { code parent { code parent { code } } children { code } } }',
      {},
      asIcu(),
    );

    expect(data.association).toEqual({ code: 'oppi', parent: { code: 'icu', parent: null }, children: [] });
  });

  it('an association of another tree is answered like one that does not exist', async () => {
    const other = await portal.graphql('{ association(code: "oppi") { code } }');
    const absent = await portal.graphql('{ association(code: "aucune") { code } }');

    expect(other.data).toEqual({ association: null });
    expect(other.text).toBe(absent.text);
  });

  it('node tells of no association nor section of another tree', async () => {
    const { aqpm } = portal.world;
    const association = toPublicId('Association', aqpm.association.id);
    const section = toPublicId('Section', aqpm.sectionIds[0] as never);
    const query = 'query ($a: ID!, $s: ID!) { a: node(id: $a) { id } s: node(id: $s) { id } }';

    const own = await portal.graphql(query, { a: association, s: section });
    const foreign = await portal.graphql(query, { a: association, s: section }, asIcu());

    expect(own.data).toEqual({ a: { id: association }, s: { id: section } });
    expect(foreign.data).toEqual({ a: null, s: null });
  });

  it('a list holds the bodies of the own tree alone, page by page, there and back', async () => {
    const PAGE = `query ($first: Int, $after: String, $last: Int, $before: String) {
      associations(first: $first, after: $after, last: $last, before: $before) {
        nodes { code } totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      }
    }`;
    interface Listed {
      associations: {
        nodes: Named[];
        totalCount: number;
        pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
      };
    }
    const read = async (variables: object) =>
      (await portal.graphql<Listed>(PAGE, variables, asIcu())).data.associations;
    const codes = (page: Listed['associations']) => page.nodes.map(node => node.code);

    const one = await read({ first: 2 });
    const two = await read({ first: 2, after: one.pageInfo.endCursor });
    const back = await read({ last: 1, before: two.pageInfo.startCursor });

    expect([codes(one), codes(two), codes(back)]).toEqual([['icu', 'oppi'], ['pibc'], ['oppi']]);
    expect([one.pageInfo.hasNextPage, two.pageInfo.hasNextPage, back.pageInfo.hasPreviousPage]).toEqual([
      true,
      false,
      true,
    ]);
    expect(one.totalCount).toBe(3);
  });

  it('the sections of an association of another tree are none', async () => {
    const query = 'query ($id: ID!) { sections(associationId: $id) { nodes { code name } totalCount } }';
    const id = toPublicId('Association', portal.world.aqpm.association.id);

    const own = await portal.graphql(query, { id });
    const foreign = await portal.graphql(query, { id }, asIcu());
    const malformed = await portal.graphql(query, { id: 'asc_nope' });

    expect(own.data).toEqual({
      sections: { nodes: [{ code: 'television', name: 'Télévision' }], totalCount: 1 },
    });
    expect(foreign.data).toEqual({ sections: { nodes: [], totalCount: 0 } });
    expect(malformed.text).toBe(foreign.text);
  });
});

describe('the words of an enum', () => {
  it.each(
    Object.entries({
      AssociationKind,
      LanguagePolicy,
      IdentifierPolicy,
      RealmMode,
      DocumentKind,
      StaffRole,
      StaffReach,
    }),
  )('of %s exist in both languages', async (name, values) => {
    const query = 'query ($name: String!) { labels(enum: $name) { value label } }';
    const read = async (locale: Locale) =>
      (await portal.graphql<{ labels: { value: string; label: string }[] }>(query, { name }, { locale })).data
        .labels;

    const [french, english] = [await read('fr-CA'), await read('en-CA')];

    expect(french.map(label => label.value)).toEqual(Object.values(values));
    expect(english.map(label => label.value)).toEqual(Object.values(values));
  });
});
