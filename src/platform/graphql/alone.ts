import { Extensions } from 'type-graphql';

/** On a mutation that must be the only one of its request, as every one that takes a password is. */
export const Alone = (): MethodDecorator => Extensions({ alone: true });
