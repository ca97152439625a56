import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { hasRoom, type DelegateRoom } from '../../organizations/index.ts';
import type { SendableDraft } from '../judge-draft.ts';
import { roomsIn } from './delegate-room.ts';

type Target = SendableDraft['target'];

/** The places that a list of invitations takes, one after the other. */
export interface Rooms {
  /** Takes a place where the target needs one; false where none is left. */
  take(target: Target): boolean;
}

/**
 * As `lackOfRoomFor` for many: whoever is to be principal has the place of another. In a transaction that holds the
 * organizations.
 */
export async function roomsFor(
  context: Context,
  tx: Tx,
  sendables: readonly Pick<SendableDraft, 'target'>[],
): Promise<Rooms> {
  const ids = sendables.flatMap(({ target }) => (needsRoom(target) ? target.organizationId : []));
  const rooms = new Map<string, DelegateRoom>(await roomsIn(context, tx, [...new Set(ids)]));
  return {
    take(target) {
      if (!needsRoom(target)) return true;
      const room = rooms.get(target.organizationId);
      if (!room || !hasRoom(room, target.personId)) return false;
      const isCounted = target.personId !== null && room.personIds.includes(target.personId);
      const personIds = isCounted ? room.personIds : [...room.personIds, target.personId ?? NEWCOMER];
      rooms.set(target.organizationId, { ...room, personIds });
      return true;
    },
  };
}

/** Stands for somebody whose id is not made yet, and who is nobody else. */
const NEWCOMER = '';

const needsRoom = (target: Target): target is Target & { readonly organizationId: string } =>
  target.organizationId !== null && !target.delegateRoles.includes('PRINCIPAL');
