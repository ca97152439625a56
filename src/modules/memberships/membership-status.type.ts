import { Field, ObjectType, registerEnumType } from 'type-graphql';
import type { LocalDate } from '../../kernel/local-date.ts';
import { Explanation } from '../../platform/graphql/explanation.ts';
import type { Lazy } from '../../platform/graphql/lazy.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import { DateScalar } from '../../platform/graphql/scalars.ts';
import type { Wording } from '../../platform/wording/wording.ts';
import { explainStatus } from './explain-status.ts';
import type { MembershipStanding } from './membership-status.ts';
import { STATUS_CODES, type MembershipStatusCode } from './membership-words.ts';

registerEnumType(STATUS_CODES, {
  name: 'MembershipStatusCode',
  description:
    'Where a membership stands on a day. Computed from affiliations, terms and holds; never stored.',
  valuesConfig: {
    APPLICANT: { description: 'Not admitted yet, or admitted without a first term.' },
    ACTIVE: { description: 'A term is in force.' },
    RENEWAL_DUE: { description: 'A term is in force and renewal is open; nothing adjoins it yet.' },
    GRACE: { description: 'The last term is over, less long ago than the class allows.' },
    LAPSED: { description: 'The last term is over, and so is grace.' },
    ON_HOLD: { description: 'On leave, non-practising or suspended.' },
    ENDED: { description: 'Resigned, removed, transferred away or deceased.' },
  },
});

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'Where a membership stands on a day.' })
export class MembershipStatus {
  @Field(() => STATUS_CODES)
  readonly code: MembershipStatusCode;

  @Field(() => String, { description: 'In the language of the request.' })
  readonly label: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day of this status; null when it was always so.',
  })
  readonly since: Lazy<LocalDate | null>;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day of this status if nothing happens, inclusive; null when no end is in sight.',
  })
  readonly until: Lazy<LocalDate | null>;

  @Field(() => [Explanation], { description: 'The rules that decided.' })
  readonly explanation: Lazy<readonly Explanation[]>;

  /** `standing` says the rest, when somebody asks for it. */
  constructor(
    code: MembershipStatusCode,
    standing: () => MembershipStanding | Promise<MembershipStanding>,
    wording: Wording,
  ) {
    this.code = code;
    this.label = wording.of(`MembershipStatusCode.${code}`);
    const fromStanding =
      <T>(part: (known: MembershipStanding) => T) =>
      (): T | Promise<T> => {
        const known = standing();
        return known instanceof Promise ? known.then(part) : part(known);
      };
    this.since = fromStanding(({ since }) => since);
    this.until = fromStanding(({ until }) => until);
    this.explanation = fromStanding(({ reasons }) => explainStatus(reasons, wording));
  }
}

/** Of a standing that is computed already. */
export const statusView = (standing: MembershipStanding, wording: Wording): MembershipStatus =>
  new MembershipStatus(standing.code, () => standing, wording);
