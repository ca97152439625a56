import { describe, expect, it } from '@jest/globals';
import { createAffilia } from '@affilia/sdk';
import { associations } from '@affilia/sdk/associations';
import { createFakePortal } from '@affilia/sdk/testing';

const section = (place: number) => ({
  id: `sec_${place}`,
  code: `S${place}`,
  name: `Section ${place}`,
  names: { fr: `Section ${place}`, en: `Section ${place}` },
});

/** A portal with so many sections, three to a page. */
function openSite(count: number) {
  const portal = createFakePortal();
  const all = Array.from({ length: count }, (_, place) => section(place));
  portal.answer('Sections', ({ after, before }) => {
    const end = before ? Number(before) : undefined;
    const start = end === undefined ? Number(after ?? 0) : Math.max(0, end - 3);
    const nodes = all.slice(start, end ?? start + 3);
    const pageInfo = {
      hasNextPage: start + nodes.length < count,
      hasPreviousPage: start > 0,
      startCursor: String(start),
      endCursor: String(start + nodes.length),
    };
    return { sections: { nodes, pageInfo, totalCount: count } };
  });
  const affilia = createAffilia({
    endpoint: 'https://portal.test/graphql',
    clientKey: 'affilia_pk_test_site',
    locale: 'fr-CA',
    fetch: portal.fetch,
    use: { associations },
  });
  return { portal, affilia };
}

describe('A list (O2)', () => {
  it('is read to its end, page after page', async () => {
    const { portal, affilia } = openSite(7);

    const codes: string[] = [];
    for await (const { code } of affilia.associations.sections('assoc_1')) codes.push(code);

    expect(codes).toEqual(['S0', 'S1', 'S2', 'S3', 'S4', 'S5', 'S6']);
    expect(portal.requests).toHaveLength(3);
    expect(portal.requests[0]?.variables).toEqual({ associationId: 'assoc_1', first: 100, after: null });
  });

  it('is empty without a fuss', async () => {
    const { affilia } = openSite(0);

    const codes: string[] = [];
    for await (const { code } of affilia.associations.sections('assoc_1')) codes.push(code);

    expect(codes).toEqual([]);
  });

  it('asks no further than it is read', async () => {
    const { portal, affilia } = openSite(7);

    for await (const { code } of affilia.associations.sections('assoc_1')) if (code === 'S1') break;

    expect(portal.requests).toHaveLength(1);
  });

  it('is shown a page at a time, forwards and backwards', async () => {
    const { affilia } = openSite(7);
    const sections = affilia.associations.sections('assoc_1');

    const first = await sections.page({ first: 3 });
    const second = await sections.page({ first: 3, after: first.pageInfo.endCursor });
    const back = await sections.page({ last: 3, before: second.pageInfo.startCursor });

    expect(first.totalCount).toBe(7);
    expect(second.nodes.map(({ code }) => code)).toEqual(['S3', 'S4', 'S5']);
    expect(back.nodes).toEqual(first.nodes);
  });
});
