import { classJoins, INSIDE, INVOICE_NUMBER, invoiceStateSql, statusSql } from '../data/status.mjs';
import { TODAY } from '../data/today.mjs';
import { idOf } from '../data/ids.mjs';
import { byText, invoiceOfOurs, invoiceOfPostGraphile } from './facts.mjs';

/** W2: what a principal sees of an organization: profile, sections, delegates with names, membership, newest invoices. */
export const organizationPage = {
  id: 'W2',
  title: 'organization page',
  target: 2.0,
  requests: 150,

  ours: {
    caller: 'member',
    query: `query Page($id: ID!) { organization(id: $id) {
      legalName publicName email phone website address { street city province postalCode }
      sections { section { code name } }
      delegations { role person { displayName } }
      membership { memberNumber memberSince class { code name } status { code label } }
      invoices(first: 10) { nodes { number issuedOn dueOn state total { cents } open { cents } } }
    } }`,
    variables: ({ organization }, { publicIdOf }) => ({
      id: publicIdOf('Organization', idOf('organization', organization)),
    }),
    facts: ({ data: { organization } }) => ({
      name: organization.publicName,
      city: organization.address.city,
      sections: byText(organization.sections.map(({ section }) => section.code)),
      delegates: byText(organization.delegations.map(({ role, person }) => [role, person.displayName])),
      number: organization.membership.memberNumber,
      class: organization.membership.class?.code ?? null,
      status: organization.membership.status.code,
      invoices: organization.invoices.nodes.map(invoiceOfOurs),
    }),
  },

  limit: {
    values: ({ organization }) => [idOf('organization', organization), TODAY],
    text: `select json_build_object(
      'legalName', o.legal_name, 'name', o.public_name_fr, 'email', o.email, 'phone', o.phone, 'website', o.website,
      'street', o.street, 'city', o.city, 'province', o.province, 'postalCode', o.postal_code,
      'sections', (select json_agg(json_build_object('code', s.code, 'name', s.name_fr) order by s.code)
        from organization_section os join section s on s.id = os.section_id
        where os.organization_id = o.id and os.from_on <= $2::date and (os.to_on is null or os.to_on > $2::date)),
      'delegates', (select json_agg(json_build_array(d.role, p.given_name || ' ' || p.family_name)
          order by array_position(array['PRINCIPAL', 'DUES', 'VOTING', 'CONTACT'], d.role), p.search_key)
        from delegation d join person p on p.id = d.person_id
        where d.organization_id = o.id and (d.to_at is null or d.to_at > $2::date)),
      'number', m.member_number, 'since', m.admitted_on, 'class', case when ${INSIDE} then c.code end,
      'className', c.name_fr, 'status', ${statusSql('$2::date')},
      'invoices', (select json_agg(json_build_array(i.printed, i.issued_on, i.due_on, i.state, i.total_cents,
          i.total_cents - i.paid_cents - i.credited_cents))
        from (select i.*, ${INVOICE_NUMBER} as printed, ${invoiceStateSql('$2::date')} as state
          from invoice i join association b on b.id = i.issuer_id
          where i.payer_organization_id = o.id order by i.issued_at desc, i.id desc limit 10) i))::text
      from organization o
      join membership m on m.organization_id = o.id and m.association_id = o.association_id
      ${classJoins('$2::date')} where o.id = $1`,
    facts: ({ name, city, sections, delegates, number, class: code, status, invoices }) => ({
      name,
      city,
      sections: byText(sections.map(section => section.code)),
      delegates: byText(delegates),
      number,
      class: code,
      status,
      invoices: invoices.map(([printed, issued, due, state, total, open]) => ({
        ...{ number: printed, issued, due, state, total, open },
      })),
    }),
  },

  postgraphile: {
    query: `query Page($id: UUID!, $day: Date!) { organizationByRowId(rowId: $id) {
      legalName publicNameFr email phone website street city province postalCode
      organizationSectionsByOrganizationId(condition: { toOn: null }) { nodes { sectionBySectionId { code nameFr } } }
      delegationsByOrganizationId(condition: { toAt: null }) { nodes {
        role personByPersonId { givenName familyName }
      } }
      membershipsByOrganizationId { nodes {
        memberNumber admittedOn classOn(day: $day) { code nameFr } statusOn(day: $day)
      } }
      invoicesByPayerOrganizationId(first: 10, orderBy: [ISSUED_AT_DESC, PRIMARY_KEY_DESC]) { nodes {
        printedNumber issuedOn dueOn stateOn(day: $day) totalCents paidCents creditedCents
      } }
    } }`,
    variables: ({ organization }) => ({ id: idOf('organization', organization), day: TODAY }),
    facts: ({ data: { organizationByRowId: organization } }) => {
      const [membership] = organization.membershipsByOrganizationId.nodes;
      return {
        name: organization.publicNameFr,
        city: organization.city,
        sections: byText(
          organization.organizationSectionsByOrganizationId.nodes.map(
            ({ sectionBySectionId: { code } }) => code,
          ),
        ),
        delegates: byText(
          organization.delegationsByOrganizationId.nodes.map(({ role, personByPersonId: person }) => [
            role,
            `${person.givenName} ${person.familyName}`,
          ]),
        ),
        number: membership.memberNumber,
        class: membership.classOn?.code ?? null,
        status: membership.statusOn,
        invoices: organization.invoicesByPayerOrganizationId.nodes.map(invoiceOfPostGraphile),
      };
    },
  },
};
