import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import {
  Arg,
  Args,
  buildSchema,
  createUnionType,
  Ctx,
  Field,
  InputType,
  Mutation,
  ObjectType,
  Query,
  Resolver,
} from 'type-graphql';
import { ValidateNested } from 'class-validator';
import type { Context } from '../../src/platform/context.ts';
import { AnswerProblems } from '../../src/platform/graphql/answer-problems.ts';
import {
  connectionOf,
  ConnectionArgs,
  toConnection,
  type Connection,
} from '../../src/platform/graphql/connection.ts';
import { enforcePolicies } from '../../src/platform/graphql/enforce-policy.ts';
import { InvalidInput } from '../../src/platform/graphql/invalid-input.ts';
import { LabelsResolver } from '../../src/platform/graphql/labels.ts';
import { pageOf, pageWindow } from '../../src/platform/graphql/page-window.ts';
import { Policy } from '../../src/platform/graphql/policy.ts';
import { DateScalar } from '../../src/platform/graphql/scalars.ts';
import { TooManyAttempts } from '../../src/platform/graphql/too-many-attempts.ts';
import { ListSize, OptionalText, PlainText, Secret } from '../../src/platform/graphql/validators.ts';
import { refuse } from '../../src/platform/problem.ts';

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true })
class Member {
  @Field(() => String)
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }

  @Field(() => Member)
  friend(): this {
    return this;
  }

  @Field(() => String)
  spokenTo(@Ctx() { locale }: Context): string {
    return locale;
  }
}

const MemberConnection = connectionOf('Member', () => Member);

@InputType()
class Row {
  @Field(() => String)
  @PlainText(5)
  name!: string;
}

@InputType()
class GuessInput {
  @Field(() => String)
  @Secret(20)
  password!: string;

  @Field(() => String, { nullable: true })
  @OptionalText(5)
  note?: string | null;

  @Field(() => [Row], { nullable: true })
  @ListSize(1, 3)
  @ValidateNested({ each: true })
  rows?: Row[] | null;

  @Field(() => DateScalar, { nullable: true })
  day?: string | null;
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true })
class GuessSuccess {
  @Field(() => Boolean)
  readonly right = true;
}

const GuessResult = createUnionType({
  name: 'GuessResult',
  types: () => [GuessSuccess, InvalidInput, TooManyAttempts] as const,
});

/** Lets a test hold a request open, and see what was done. */
export const gates = { open: (): void => undefined, entered: (): void => undefined, touched: 0 };

@Resolver()
class TinyResolver {
  @Policy('ANYONE')
  @Query(() => Member)
  anyone(): Member {
    return new Member('anyone');
  }

  @Policy('CLIENT')
  @Query(() => String, { nullable: true })
  caller(@Ctx() { client, visitor }: Context): string {
    return `${client?.name ?? 'nobody'} from ${visitor.address}`;
  }

  @Policy('SIGNED_IN')
  @Query(() => String)
  person(@Ctx() { actor }: Context): string {
    return actor?.accountId ?? 'nobody';
  }

  @Policy('STAFF')
  @Query(() => String)
  staff(): string {
    return 'staff';
  }

  @Policy('CLIENT')
  @Query(() => MemberConnection)
  members(@Args(() => ConnectionArgs) args: ConnectionArgs): Connection<Member> {
    const window = pageWindow(args, ['text']);
    const all = window.backward ? ['c', 'b', 'a'] : ['a', 'b', 'c'];
    const [from] = window.from ?? [];
    const rest = from === undefined ? all : all.slice(all.indexOf(from) + 1);
    const page = pageOf(window, {
      rows: rest.slice(0, window.rows),
      cursorOf: name => [name],
      nodeOf: name => new Member(name),
      totalCount: () => Promise.resolve(3),
    });
    return toConnection(MemberConnection, page);
  }

  @Policy('CLIENT')
  @Query(() => String)
  fails(@Arg('text', () => String) text: string): string {
    throw new TypeError(`cannot read ${text}`);
  }

  @Policy('CLIENT')
  @Query(() => String)
  failsInTheDatabase(@Ctx() { db }: Context, @Arg('sql', () => String) sql: string): Promise<string> {
    return db.transaction(async tx => JSON.stringify(await tx.query(sql)));
  }

  @Policy('CLIENT')
  @Query(() => String)
  async waits(): Promise<string> {
    const opened = new Promise<void>(resolve => (gates.open = resolve));
    gates.entered();
    await opened;
    return 'done';
  }

  @Policy('CLIENT')
  @Query(() => Boolean)
  many(@Arg('names', () => [String]) names: string[]): boolean {
    return names.length > 0;
  }

  @Policy('DIRECT_CLIENT')
  @Mutation(() => GuessResult)
  @AnswerProblems()
  guess(@Arg('input', () => GuessInput) input: GuessInput): typeof GuessResult {
    if (input.password === 'again') refuse(new TooManyAttempts(90));
    return new GuessSuccess();
  }

  @Policy('CLIENT')
  @Mutation(() => Boolean)
  touch(): boolean {
    gates.touched++;
    return true;
  }
}

let made: Promise<GraphQLSchema> | undefined;

/** A schema small enough to be seen whole, with one field per rule of the platform. */
export function tinySchema(): Promise<GraphQLSchema> {
  made ??= buildSchema({
    resolvers: [TinyResolver, LabelsResolver],
    validate: { forbidUnknownValues: false, validationError: { target: false, value: false } },
  }).then(enforcePolicies);
  return made;
}
