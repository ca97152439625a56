import { classJoins, INSIDE, invoiceStateSql, statusSql } from '../data/status.mjs';
import { TODAY } from '../data/today.mjs';
import { idOf } from '../data/ids.mjs';

const BODY = idOf('association', 0);
const START = ['', '00000000-0000-0000-0000-000000000000'];

/** W3: what staff pages through: 50 members of a body by name, with account, class, status, last invoice, and how many there are. */
export const staffList = {
  id: 'W3',
  title: 'staff list',
  target: 1.4,
  requests: 60,
  pages: 20,

  ours: {
    caller: 'staff',
    query: `query List($body: ID!, $after: String) {
      memberships(filter: { associationId: $body }, first: 50, after: $after) {
        totalCount pageInfo { endCursor hasNextPage }
        nodes { memberNumber holderName hasAccount memberSince class { code name } status { code label }
          lastInvoice { state } }
      } }`,
    variables: ({ cursor }, { publicIdOf }) => ({ body: publicIdOf('Association', BODY), after: cursor }),
    cursor: ({ data }) => data.memberships.pageInfo.endCursor,
    facts: ({ data: { memberships } }) => ({
      total: memberships.totalCount,
      rows: memberships.nodes.map(one => [
        one.memberNumber,
        one.holderName,
        one.memberSince,
        one.class?.code ?? null,
        one.status.code,
        one.hasAccount,
        one.lastInvoice?.state ?? null,
      ]),
    }),
  },

  limit: {
    values: ({ cursor }) => [BODY, TODAY, ...(cursor ?? START)],
    text: `select json_build_object(
      'total', (select members from membership_count where association_id = $1),
      'next', json_build_array((array_agg(r.key))[50], (array_agg(r.id))[50]),
      'rows', json_agg(json_build_array(r.number, r.name, r.since, r.class, r.status, r.account, r.state, r.class_name)))::text
      from (
        select m.holder_search_key as key, m.id, m.member_number as number, m.admitted_on as since,
          coalesce(o.public_name_fr, p.given_name || ' ' || p.family_name) as name,
          case when p.id is not null then p.account_id is not null end as account,
          case when ${INSIDE} then c.code end as class, c.name_fr as class_name, ${statusSql('$2::date')} as status,
          (select ${invoiceStateSql('$2::date')} from invoice i where i.membership_id = m.id
            order by i.issued_at desc, i.id desc limit 1) as state
        from (
          select * from membership
          where association_id = $1 and merged_into_id is null and (holder_search_key, id) > ($3, $4::uuid)
          order by holder_search_key, id limit 50) m
        left join person p on p.id = m.person_id left join organization o on o.id = m.organization_id
        ${classJoins('$2::date')}
        order by m.holder_search_key, m.id) r`,
    cursor: ({ next }) => next,
    facts: ({ total, rows }) => ({ total, rows: rows.map(row => row.slice(0, 7)) }),
  },

  postgraphile: {
    query: `query List($body: UUID!, $after: Cursor, $day: Date!) {
      allMemberships(condition: { associationId: $body }, orderBy: [HOLDER_SEARCH_KEY_ASC, PRIMARY_KEY_ASC],
        first: 50, after: $after) {
        totalCount pageInfo { endCursor hasNextPage }
        nodes {
          memberNumber admittedOn classOn(day: $day) { code nameFr } statusOn(day: $day)
          personByPersonId { givenName familyName accountId } organizationByOrganizationId { publicNameFr }
          invoicesByMembershipId(first: 1, orderBy: [ISSUED_AT_DESC, PRIMARY_KEY_DESC]) { nodes { stateOn(day: $day) } }
        }
      } }`,
    variables: ({ cursor }) => ({ body: BODY, after: cursor, day: TODAY }),
    cursor: ({ data }) => data.allMemberships.pageInfo.endCursor,
    facts: ({ data: { allMemberships } }) => ({
      total: allMemberships.totalCount,
      rows: allMemberships.nodes.map(one => [
        one.memberNumber,
        one.organizationByOrganizationId?.publicNameFr ??
          `${one.personByPersonId.givenName} ${one.personByPersonId.familyName}`,
        one.admittedOn,
        one.classOn?.code ?? null,
        one.statusOn,
        one.personByPersonId && one.personByPersonId.accountId !== null,
        one.invoicesByMembershipId.nodes[0]?.stateOn ?? null,
      ]),
    }),
  },
};
