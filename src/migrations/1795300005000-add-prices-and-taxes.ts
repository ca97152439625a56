import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What Canada and its provinces charge, from the day on which each rate began. A new rate is a migration that ends the
 * old one. Provincial sales taxes of British Columbia, Saskatchewan and Manitoba are not charged on dues and events.
 *
 * GST, HST and QST: https://www.canada.ca/en/revenue-agency/services/tax/businesses/topics/gst-hst-businesses/charge-collect-which-rate.html
 * Nova Scotia from 15 % to 14 %: https://vatcalc.com/canada/canada-nova-scotia-hst-1-cut-april-2025
 * Premiums, Québec: https://www.revenuquebec.ca/en/businesses/consumption-taxes/tax-on-insurance-premiums/
 *   and from 2027: https://portail-assurance.ca/dommages/la-hausse-de-la-taxe-sur-les-primes-dassurance-entrera-en-vigueur-en-2027
 * Premiums, Ontario: http://lawpro.ca/insurance/faqs/faqs_pp13.asp
 * Premiums, Manitoba: https://ryan.com, Information Bulletin No. 061, Insurance
 * Premiums, Saskatchewan: https://ryan.com, PST Information Bulletin for Insurance Vendors
 * Premiums, Newfoundland and Labrador: https://www.gov.nl.ca/fin/faq/faq-retail-sales-tax-on-inspremiums/
 */
const CANADIAN_RATES = `
  ('GST', 'AB', 5000, '2008-01-01', null),
  ('GST', 'BC', 5000, '2013-04-01', null),
  ('GST', 'MB', 5000, '2008-01-01', null),
  ('GST', 'NT', 5000, '2008-01-01', null),
  ('GST', 'NU', 5000, '2008-01-01', null),
  ('GST', 'QC', 5000, '2008-01-01', null),
  ('GST', 'SK', 5000, '2008-01-01', null),
  ('GST', 'YT', 5000, '2008-01-01', null),
  ('HST', 'NB', 15000, '2016-07-01', null),
  ('HST', 'NL', 15000, '2016-07-01', null),
  ('HST', 'NS', 15000, '2010-07-01', '2025-04-01'),
  ('HST', 'NS', 14000, '2025-04-01', null),
  ('HST', 'ON', 13000, '2010-07-01', null),
  ('HST', 'PE', 15000, '2016-10-01', null),
  ('QST', 'QC', 9975, '2013-01-01', null),
  ('PREMIUM_TAX', 'MB', 7000, '2019-07-01', null),
  ('PREMIUM_TAX', 'NL', 15000, '2016-07-01', null),
  ('PREMIUM_TAX', 'ON', 8000, '2010-07-01', null),
  ('PREMIUM_TAX', 'QC', 9000, '2010-01-01', '2027-01-01'),
  ('PREMIUM_TAX', 'QC', 9975, '2027-01-01', null),
  ('PREMIUM_TAX', 'SK', 6000, '2017-08-01', null)`;

/** What things cost and how they are taxed, each rule with the days on which it holds. */
export class AddPricesAndTaxes1795300005000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table person_address (
        person_id uuid not null references person (id),
        kind text not null constraint person_address_kind_check check (kind in ('HOME', 'WORK')),
        main boolean not null,
        street text not null,
        street2 text,
        city text not null,
        province text,
        postal_code text,
        country text not null,
        primary key (person_id, kind)
      );
      create unique index person_address_main_idx on person_address (person_id) where main;
      create trigger person_id_is_not_merged after insert on person_address
        referencing new table as fresh for each statement
        execute function no_row_names_a_merged_record('person', 'person_id');
      alter table person add column born_on date;
      alter table association add column home_province text;

      create table tax_rate (
        tax text not null constraint tax_rate_tax_check check (tax in ('GST', 'HST', 'QST', 'PREMIUM_TAX')),
        province text not null,
        per_100000 integer not null constraint tax_rate_per_100000_check check (per_100000 > 0),
        from_on date not null,
        to_on date,
        primary key (tax, province, from_on),
        constraint tax_rate_period check (from_on < to_on),
        constraint tax_rate_one_at_a_time exclude using gist
          (tax with =, province with =, daterange(from_on, to_on) with &&)
      );
      insert into tax_rate (tax, province, per_100000, from_on, to_on) values ${CANADIAN_RATES};

      create table tax_registration (
        id uuid primary key,
        association_id uuid not null references association (id),
        kind text not null constraint tax_registration_kind_check check (kind in ('GST_HST', 'QST')),
        number text not null,
        from_on date not null,
        to_on date,
        constraint tax_registration_period check (from_on < to_on),
        constraint tax_registration_one_at_a_time exclude using gist
          (association_id with =, kind with =, daterange(from_on, to_on) with &&)
      );

      create table fee_item (
        id uuid primary key,
        association_id uuid not null references association (id),
        code text not null,
        kind text not null constraint fee_item_kind_check
          check (kind in ('DUES', 'INSURANCE', 'EVENT', 'FEE', 'DONATION', 'CONTRIBUTION', 'OTHER')),
        name_fr text not null,
        name_en text not null,
        tax_treatment text not null constraint fee_item_tax_treatment_check
          check (tax_treatment in ('SALES', 'PREMIUM', 'NONE')),
        charged text not null constraint fee_item_charged_check
          check (charged in ('WITH_TERM', 'AT_ADMISSION', 'WHEN_LATE', 'AT_REINSTATEMENT', 'DURING_HOLD', 'ON_DEMAND')),
        effect text not null constraint fee_item_effect_check
          check (effect in ('NONE', 'EXTEND_TERM', 'BIND_COVER', 'REGISTER', 'REINSTATE')),
        settlement text not null constraint fee_item_settlement_check
          check (settlement in ('ON_PAYMENT', 'ON_INTENT', 'ON_INVOICE')),
        price_day text not null constraint fee_item_price_day_check
          check (price_day in ('INVOICE_DAY', 'TERM_START')),
        tax_day text not null constraint fee_item_tax_day_check check (tax_day in ('INVOICE_DAY', 'TERM_START')),
        unique (association_id, code)
      );

      create table price_rule (
        id uuid primary key,
        fee_item_id uuid not null references fee_item (id),
        class_id uuid references membership_class (id),
        province text,
        min_age integer,
        max_age integer,
        min_seniority integer,
        max_seniority integer,
        cents bigint,
        per_100000_of_owing integer,
        proration text not null constraint price_rule_proration_check
          check (proration in ('NONE', 'BY_MONTH', 'BY_DAY')),
        month_table integer[],
        for_months integer constraint price_rule_for_months_check check (for_months > 0),
        late_after_days integer constraint price_rule_late_after_days_check check (late_after_days >= 0),
        late_after_month_day text,
        from_on date not null,
        to_on date,
        constraint price_rule_period check (from_on < to_on),
        constraint price_rule_amount check (num_nonnulls(cents, per_100000_of_owing) = 1 and coalesce(cents, 0) >= 0),
        constraint price_rule_month_table check ((proration = 'BY_MONTH') = (month_table is not null)),
        constraint price_rule_late check (num_nonnulls(late_after_days, late_after_month_day) <= 1),
        -- Of one item nothing costs two prices for the same people on the same day.
        constraint price_rule_one_at_a_time exclude using gist (
          fee_item_id with =,
          (coalesce(class_id, '00000000-0000-0000-0000-000000000000'::uuid)) with =,
          (coalesce(province, '')) with =,
          (coalesce(min_age, -1)) with =,
          (coalesce(max_age, -1)) with =,
          (coalesce(min_seniority, -1)) with =,
          (coalesce(max_seniority, -1)) with =,
          daterange(from_on, to_on) with &&)
      );
      create index price_rule_fee_item_id_idx on price_rule (fee_item_id, from_on);

      create table tax_status (
        id uuid primary key,
        association_id uuid not null references association (id),
        class_id uuid references membership_class (id),
        taxable boolean not null,
        basis text not null constraint tax_status_basis_check
          check (basis in ('SECTION_17', 'SECTION_18', 'GST23', 'GST24')),
        from_on date not null,
        to_on date,
        constraint tax_status_period check (from_on < to_on),
        constraint tax_status_basis_fits check (taxable = (basis in ('GST23', 'GST24'))),
        constraint tax_status_one_at_a_time exclude using gist (
          association_id with =,
          (coalesce(class_id, '00000000-0000-0000-0000-000000000000'::uuid)) with =,
          daterange(from_on, to_on) with &&)
      );
      create index tax_status_association_id_idx on tax_status (association_id, from_on);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table tax_status, price_rule, fee_item, tax_registration, tax_rate;
      alter table association drop column home_province;
      alter table person drop column born_on;
      drop table person_address;
    `);
  }
}
