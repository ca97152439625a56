import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Policy } from './policy.ts';

export enum FieldKind {
  TEXT = 'TEXT',
  EMAIL = 'EMAIL',
  PASSWORD = 'PASSWORD',
  PHONE = 'PHONE',
  URL = 'URL',
  POSTAL_CODE = 'POSTAL_CODE',
  CHOICE = 'CHOICE',
  CHECKBOX = 'CHECKBOX',
  CODE = 'CODE',
  DATE = 'DATE',
}
registerEnumType(FieldKind, {
  name: 'FieldKind',
  description: 'How a field is drawn; draw those that you do not know as text.',
  valuesConfig: { DATE: { description: 'A day, `2026-12-31`, as a `Date` is sent.' } },
});

export enum StepState {
  DONE = 'DONE',
  CURRENT = 'CURRENT',
  UPCOMING = 'UPCOMING',
}
registerEnumType(StepState, { name: 'StepState', description: 'Where a step stands.' });

@Policy('HOLDER')
@ObjectType({ description: 'One choice of a field.' })
export class FieldOption {
  @Field(() => String)
  readonly value: string;

  @Field(() => String)
  readonly label: string;

  constructor(value: string, label: string) {
    this.value = value;
    this.label = label;
  }
}

export interface FieldFacts {
  readonly path: readonly string[];
  readonly label: string;
  readonly kind: FieldKind;
  readonly required?: boolean;
  readonly help?: string;
  readonly autocomplete?: string;
  readonly maxLength?: number;
  readonly options?: readonly FieldOption[];
  readonly value?: string | null;
  readonly readOnlyReason?: string;
  readonly repeats?: readonly string[];
}

@Policy('HOLDER')
@ObjectType({
  description:
    'One field to draw, worded in the language of the request. Fields are for drawing; acting is the typed operation.',
})
export class FormField {
  @Field(() => [String], {
    description:
      'Where the answer goes among the arguments of the operation, outermost first; `InvalidInput.issues.path` uses the same.',
  })
  readonly path: readonly string[];

  @Field(() => String)
  readonly label: string;

  @Field(() => String, { nullable: true })
  readonly help: string | null;

  @Field(() => FieldKind)
  readonly kind: FieldKind;

  @Field(() => Boolean)
  readonly required: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'The HTML autocomplete token, so that browsers and password managers help.',
  })
  readonly autocomplete: string | null;

  @Field(() => Int, { nullable: true, description: 'In characters.' })
  readonly maxLength: number | null;

  @Field(() => [FieldOption], {
    description: 'The choices of a `CHOICE`; for a `CHECKBOX`, the value that ticking it sends.',
  })
  readonly options: readonly FieldOption[];

  @Field(() => String, { nullable: true, description: 'What is filled in already.' })
  readonly value: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why the person cannot change it here; null when they can.',
  })
  readonly readOnlyReason: string | null;

  @Field(() => [String], {
    nullable: true,
    description:
      'The path of the field whose answer is typed here again: the page compares the two and does not send this one.',
  })
  readonly repeats: readonly string[] | null;

  constructor(facts: FieldFacts) {
    this.path = facts.path;
    this.label = facts.label;
    this.help = facts.help ?? null;
    this.kind = facts.kind;
    this.required = facts.required ?? false;
    this.autocomplete = facts.autocomplete ?? null;
    this.maxLength = facts.maxLength ?? null;
    this.options = facts.options ?? [];
    this.value = facts.value ?? null;
    this.readOnlyReason = facts.readOnlyReason ?? null;
    this.repeats = facts.repeats ?? null;
  }
}

@Policy('HOLDER')
@ObjectType({ description: 'A form to draw; its name is the operation that it is sent with.' })
export class Form {
  @Field(() => String, {
    description: 'A mutation, e.g. `acceptInvitationWithNewAccount`, or the query `invitationPreview`.',
  })
  readonly name: string;

  @Field(() => String)
  readonly title: string;

  @Field(() => String)
  readonly submitLabel: string;

  @Field(() => [FormField])
  readonly fields: readonly FormField[];

  constructor(facts: { name: string; title: string; submitLabel: string; fields: readonly FormField[] }) {
    this.name = facts.name;
    this.title = facts.title;
    this.submitLabel = facts.submitLabel;
    this.fields = facts.fields;
  }
}

@Policy('HOLDER')
@ObjectType({ description: 'One step of a flow.' })
export class FlowStep {
  @Field(() => String)
  readonly name: string;

  @Field(() => String)
  readonly label: string;

  @Field(() => StepState)
  readonly state: StepState;

  constructor(name: string, label: string, state: StepState) {
    this.name = name;
    this.label = label;
    this.state = state;
  }
}
