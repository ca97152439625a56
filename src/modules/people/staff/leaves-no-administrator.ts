import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import {
  isInForce,
  leftWithout,
  type Grant,
  type StaffAssignmentEntity,
  type TreeNode,
} from '../../associations/index.ts';

const bodiesOfTree = statement<TreeNode>(
  'staff-bodies-of-tree',
  `select id, parent_id as "parentId", independent from association
   where root_id = (select root_id from association where id = $1)`,
);

const otherAdministrators = statement<Grant>(
  'staff-other-administrators',
  `select s.association_id as "associationId", s.role, s.reach, s.from_at as "fromAt", s.to_at as "toAt"
   from staff_assignment s join account a on a.id = s.account_id
   where s.association_id = any ($1::uuid[]) and s.role = 'ADMIN' and s.id <> $2 and a.disabled_at is null
     and s.from_at <= $3 and (s.to_at is null or (s.to_at > $3 and s.to_at >= $4::timestamptz))`,
);

/**
 * Whether a body that an administrator's assignment reaches would be administered by nobody once it ends: at that
 * instant, or later. Whoever ends sooner than it would have is not counted, so that the last one without an end keeps
 * none. Asked while the tree is held, so that of the last two one stays.
 */
export async function leavesNoAdministrator(
  tx: Tx,
  assignment: StaffAssignmentEntity,
  at: Date,
): Promise<boolean> {
  const bodies = await within(tx, bodiesOfTree, [assignment.associationId]);
  const tree = new Map(bodies.map(body => [body.id, body]));
  const { id, toAt } = assignment;
  const others = await within(tx, otherAdministrators, [[...tree.keys()], id, at, toAt]);
  return isInForce(assignment, at) && leftWithout(tree, assignment, others).length > 0;
}
