import { classJoins, INSIDE, INVOICE_NUMBER, invoiceStateSql, statusSql } from '../data/status.mjs';
import { TODAY } from '../data/today.mjs';
import { idOf } from '../data/ids.mjs';
import { byText, dayBefore, invoiceOfOurs, invoiceOfPostGraphile } from './facts.mjs';

/** W1: what a member sees first: account, persons, memberships with class, terms and status, delegations, newest invoices. */
export const dashboard = {
  id: 'W1',
  title: 'member dashboard',
  target: 2.0,
  requests: 150,

  ours: {
    caller: 'member',
    query: `query Dashboard { viewer {
      account { username locale addresses { address primary verified } }
      persons { displayName workPhone }
      memberships {
        memberNumber memberSince association { code name } class { code name } status { code label } terms { from to }
      }
      delegations { role organization { publicName association { code } } }
      invoices(first: 3) { nodes {
        number issuedOn dueOn state total { cents } open { cents } lines { description total { cents } }
      } }
    } }`,
    variables: () => ({}),
    facts: ({ data: { viewer } }) => ({
      username: viewer.account.username,
      addresses: viewer.account.addresses.map(({ address }) => address),
      people: viewer.persons.map(({ displayName }) => displayName),
      memberships: byText(
        viewer.memberships.map(one => ({
          number: one.memberNumber,
          since: one.memberSince,
          body: one.association.name,
          class: one.class?.code ?? null,
          status: one.status.code,
          terms: one.terms.map(({ from, to }) => `${from}/${to}`),
        })),
      ),
      delegations: byText(
        viewer.delegations.map(({ role, organization }) => [
          role,
          organization.publicName,
          organization.association.code,
        ]),
      ),
      invoices: viewer.invoices.nodes.map(invoiceOfOurs),
    }),
  },

  limit: {
    values: ({ account }) => [idOf('account', account), TODAY],
    text: `select json_build_object(
      'username', x.username, 'locale', x.locale,
      'addresses', (select json_agg(json_build_object('address', d.address, 'primary', d.is_primary,
          'verified', d.verified_at is not null) order by d.is_primary desc, d.added_at)
        from account_address d where d.account_id = x.id),
      'people', (select json_agg(json_build_object('name', p.given_name || ' ' || p.family_name,
          'workPhone', p.work_phone) order by p.added_at, p.id) from person p where p.account_id = x.id),
      'memberships', (select json_agg(json_build_object('number', m.member_number, 'since', m.admitted_on,
          'code', a.code, 'body', a.name_fr, 'class', case when ${INSIDE} then c.code end,
          'className', c.name_fr, 'status', ${statusSql('$2::date')},
          'terms', (select json_agg(json_build_array(t.from_on, t.to_on - 1) order by t.from_on)
            from term t where t.membership_id = m.id)) order by m.admitted_on, m.id)
        from person p join membership m on m.person_id = p.id join association a on a.id = m.association_id
        ${classJoins('$2::date')} where p.account_id = x.id),
      'delegations', (select json_agg(json_build_array(d.role, o.public_name_fr, a.code))
        from person p join delegation d on d.person_id = p.id join organization o on o.id = d.organization_id
        join association a on a.id = o.association_id
        where p.account_id = x.id and d.suspended_at is null and (d.to_at is null or d.to_at > $2::date)),
      'invoices', (select json_agg(json_build_array(i.printed, i.issued_on, i.due_on, i.state, i.total_cents,
          i.total_cents - i.paid_cents - i.credited_cents,
          (select json_agg(json_build_array(l.description_fr, l.net_cents + l.tax_cents) order by l.position)
            from invoice_line l where l.invoice_id = i.id)))
        from (select i.*, ${INVOICE_NUMBER} as printed, ${invoiceStateSql('$2::date')} as state
          from person p join invoice i on i.payer_person_id = p.id join association b on b.id = i.issuer_id
          where p.account_id = x.id order by i.issued_at desc, i.id desc limit 3) i)
      )::text from account x where x.id = $1`,
    facts: ({ username, addresses, people, memberships, delegations, invoices }) => ({
      username,
      addresses: addresses.map(({ address }) => address),
      people: people.map(({ name }) => name),
      memberships: byText(
        memberships.map(({ number, since, body, class: code, status, terms }) => ({
          number,
          since,
          body,
          class: code,
          status,
          terms: terms.map(([from, to]) => `${from}/${to}`),
        })),
      ),
      delegations: byText(delegations),
      invoices: invoices.map(([number, issued, due, state, total, open, lines]) => ({
        ...{ number, issued, due, state, total, open, lines },
      })),
    }),
  },

  postgraphile: {
    query: `query Dashboard($account: UUID!, $day: Date!) { accountByRowId(rowId: $account) {
      username locale accountAddressesByAccountId { nodes { address isPrimary verifiedAt } }
      peopleByAccountId { nodes {
        givenName familyName workPhone
        membershipsByPersonId { nodes {
          memberNumber admittedOn associationByAssociationId { code nameFr } classOn(day: $day) { code nameFr }
          statusOn(day: $day) termsByMembershipId(orderBy: [FROM_ON_ASC]) { nodes { fromOn toOn } }
        } }
        delegationsByPersonId(condition: { suspendedAt: null, toAt: null }) { nodes {
          role organizationByOrganizationId { publicNameFr associationByAssociationId { code } }
        } }
        invoicesByPayerPersonId(first: 3, orderBy: [ISSUED_AT_DESC, PRIMARY_KEY_DESC]) { nodes {
          printedNumber issuedOn dueOn stateOn(day: $day) totalCents paidCents creditedCents
          invoiceLinesByInvoiceId(orderBy: [POSITION_ASC]) { nodes { descriptionFr netCents taxCents } }
        } }
      } }
    } }`,
    variables: ({ account }) => ({ account: idOf('account', account), day: TODAY }),
    facts: ({ data: { accountByRowId: account } }) => {
      const people = account.peopleByAccountId.nodes;
      return {
        username: account.username,
        addresses: account.accountAddressesByAccountId.nodes.map(({ address }) => address),
        people: people.map(({ givenName, familyName }) => `${givenName} ${familyName}`),
        memberships: byText(
          people
            .flatMap(person => person.membershipsByPersonId.nodes)
            .map(one => ({
              number: one.memberNumber,
              since: one.admittedOn,
              body: one.associationByAssociationId.nameFr,
              class: one.classOn?.code ?? null,
              status: one.statusOn,
              terms: one.termsByMembershipId.nodes.map(({ fromOn, toOn }) => `${fromOn}/${dayBefore(toOn)}`),
            })),
        ),
        delegations: byText(
          people
            .flatMap(person => person.delegationsByPersonId.nodes)
            .map(({ role, organizationByOrganizationId: organization }) => [
              role,
              organization.publicNameFr,
              organization.associationByAssociationId.code,
            ]),
        ),
        invoices: people.flatMap(person => person.invoicesByPayerPersonId.nodes.map(invoiceOfPostGraphile)),
      };
    },
  },
};
