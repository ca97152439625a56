import { ObjectType } from 'type-graphql';
import { Policy } from '../../../../platform/graphql/policy.ts';
import { Problem } from '../../../../platform/problem.ts';

@Policy('HOLDER')
@ObjectType({ implements: Problem, description: 'The payment went back before. Nothing was done.' })
export class PaymentAlreadyReturned extends Problem {}
