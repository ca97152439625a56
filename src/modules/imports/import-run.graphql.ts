import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { fromPublicId } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import {
  ConnectionArgs,
  connectionOf,
  toConnection,
  type Connection,
} from '../../platform/graphql/connection.ts';
import { nodeSource, type NodeSources } from '../../platform/graphql/node.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import { ImportSeverity } from './import.enums.ts';
import { ImportFinding } from './import-finding.type.ts';
import { readableRun } from './import-run-for.ts';
import { ImportRun } from './import-run.type.ts';
import { listFindings } from './list-findings.ts';
import { listImports } from './list-imports.ts';

const ImportFindingConnection = connectionOf('ImportFinding', () => ImportFinding);
const ImportRunConnection = connectionOf('ImportRun', () => ImportRun);

const findRun = async (context: Context, id: string): Promise<ImportRun | null> => {
  const run = await readableRun(context, id);
  return run && new ImportRun(run);
};

@Resolver(() => ImportRun)
export class ImportRunResolver {
  @Policy('SIGNED_IN')
  @Query(() => ImportRun, {
    nullable: true,
    description: 'An import, as far as it is. Null when absent or not of an association in your care.',
  })
  async importRun(@Arg('id', () => ID) publicId: string, @Ctx() context: Context): Promise<ImportRun | null> {
    const id = fromPublicId('ImportRun', publicId);
    return id && findRun(context, id);
  }

  @Policy('STAFF')
  @Query(() => ImportRunConnection, {
    description: 'The imports of an association, the latest first. Roles ADMIN and MEMBERSHIP.',
  })
  async importRuns(
    @Ctx() context: Context,
    @Arg('associationId', () => ID) associationId: string,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<ImportRun>> {
    return toConnection(ImportRunConnection, await listImports(context, associationId, args));
  }

  @FieldResolver(() => ImportFindingConnection, {
    description: 'What was found of one severity, by row; at most 10,000 are kept.',
  })
  async findings(
    @Root() { facts }: ImportRun,
    @Ctx() context: Context,
    @Arg('severity', () => ImportSeverity, { defaultValue: ImportSeverity.FAULT })
    severity: ImportSeverity,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<ImportFinding>> {
    return toConnection(ImportFindingConnection, await listFindings(context, facts, severity, args));
  }
}

export const importsNodes: NodeSources = [nodeSource('ImportRun', findRun)];
