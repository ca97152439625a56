/**
 * The rules of the product's status as one SQL expression, as far as these data need them: the limit writes it into
 * its statements. `m` names the membership, `f` its affiliation of the day, `c` the class of that; `day` is an expression.
 */
export const statusSql = day => `case
  when f.id is null then case when m.admitted_on <= ${day} then 'ENDED' else 'APPLICANT' end
  when not ${INSIDE} then 'ENDED'
  when exists (select from hold h where h.membership_id = m.id and h.from_on <= ${day}
    and (h.to_on is null or h.to_on > ${day})) then 'ON_HOLD'
  else (
    select case
      when max(t.to_on) is null then 'APPLICANT'
      when ${day} < max(t.to_on) - c.renewal_opens_days then 'ACTIVE'
      when ${day} < max(t.to_on) then 'RENEWAL_DUE'
      when ${day} < max(t.to_on) + c.grace_days then 'GRACE'
      else 'LAPSED' end
    from term t where t.membership_id = m.id and t.from_on <= ${day}) end`;

/** Whether the affiliation of the day still gives its class. */
export const INSIDE = `f.reason not in ('RESIGNATION', 'REMOVAL', 'DEATH')`;

/** Brings the affiliation of the day and its class to a membership `m`. */
export const classJoins = day => `
  left join affiliation f on f.membership_id = m.id and f.from_on <= ${day} and (f.to_on is null or f.to_on > ${day})
  left join membership_class c on c.id = f.class_id`;

/** Where an invoice `i` stands on a day, by the rules of the product. */
export const invoiceStateSql = day => `case
  when i.paid_cents + i.credited_cents = i.total_cents
    then case when i.paid_cents = 0 and i.credited_cents > 0 then 'CREDITED' else 'PAID' end
  when i.due_on < ${day} then 'OVERDUE'
  when i.paid_cents > 0 then 'PARTLY_PAID'
  else 'OPEN' end`;

/** Its number as it is printed; `b` is its issuer. */
export const INVOICE_NUMBER = `upper(b.code) || '-' || i.fiscal_year || '-' || lpad(i.number::text, 6, '0')`;

/** Computed columns, the way in which PostGraphile is taught such rules. */
export const COMPUTED_COLUMNS = `
  create function membership_class_on(m membership, day date) returns membership_class language sql stable as $$
    select c.* from affiliation f join membership_class c on c.id = f.class_id
    where f.membership_id = m.id and f.from_on <= day and (f.to_on is null or f.to_on > day)
      and ${INSIDE} $$;
  create function membership_status_on(m membership, day date) returns text language sql stable as $$
    select ${statusSql('day')} from (select m.id) one ${classJoins('day')} $$;
  create function invoice_state_on(i invoice, day date) returns text language sql stable as $$
    select ${invoiceStateSql('day')} $$;
  create function invoice_printed_number(i invoice) returns text language sql stable as $$
    select ${INVOICE_NUMBER} from association b where b.id = i.issuer_id $$;`;
