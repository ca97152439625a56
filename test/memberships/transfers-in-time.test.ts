import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { days } from '../support/fake-clock.ts';
import { openTransferHouse, type TransferHouse } from './given-transfers.ts';
import { givenMember, shown, staysOf } from './leaving-operations.ts';

describe('a transfer that nobody answers (C11)', () => {
  let house: TransferHouse;
  beforeAll(async () => {
    house = await openTransferHouse();
  });
  afterAll(() => house.portal.close());

  it('stands overdue when nobody answers, each office is reminded once, and silence accepts nothing', async () => {
    const { portal, bodies, pibc, ask, asked, decide, mailsTo, listed, toPlanner } = house;
    const member = await givenMember(portal, bodies.regular);
    const transferId = await asked(member, toPlanner());
    await portal.runDue();
    const reminder = `number ${member.membership.memberNumber}\n`;
    const reminders = async (): Promise<readonly number[]> => {
      await portal.runDue();
      return Promise.all(
        ['oppi', 'pibc'].map(
          async code =>
            (await mailsTo(`aide@${code}.example`))
              .split('A transfer waits for your answer')
              .filter(letter => letter.includes(reminder) && letter.includes('should have been answered'))
              .length,
        ),
      );
    };
    const before = await reminders();

    portal.clock.advance(days(16));
    const after = [await reminders(), await reminders()];

    expect([before, ...after]).toEqual([
      [0, 0],
      [1, 1],
      [1, 1],
    ]);
    const overdue = await listed('pibc', { side: 'RECEIVING', overdue: true }, await pibc.asked());
    expect(overdue?.nodes).toContainEqual({ id: transferId, state: 'PENDING', overdue: true });
    expect(await listed('pibc', { side: 'RECEIVING' }, await member.asked())).toBeNull();
    portal.clock.advance(days(75));
    expect((await decide(transferId)).state).toBe('EXPIRED');
    expect((await ask(member, { on: '2027-06-01' })).transfer.state).toBe('PENDING');
  });

  it('is accepted by silence only where the body chose so, and never for a designation', async () => {
    const { portal, bodies, pibc, asked, state, listed, toPlanner } = house;
    const accepting = "update association set transfer_acceptance = 'AFTER_DAYS' where id = $1";
    await portal.parts.db.transaction(tx => tx.query(accepting, [portal.world.pibc.id]));
    const day = { on: '2027-06-01' };
    const [plain, planner, from] = [
      await givenMember(portal, bodies.regular),
      await givenMember(portal, bodies.regular),
      await givenMember(portal, bodies.regular),
    ];
    const ids = [await asked(plain, day), await asked(planner, { ...day, ...toPlanner() })];
    ids.push(await asked(from, day, await pibc.asked()));
    await state(ids[1] ?? '', 'GOOD');

    portal.clock.advance(days(16));
    await portal.runDue();

    const all = await listed('pibc', { side: 'RECEIVING' }, await pibc.asked());
    expect(ids.map(id => all?.nodes.find(node => node.id === id)?.state)).toEqual([
      'ACCEPTED_BY_SILENCE',
      'PENDING',
      'PENDING',
    ]);
    expect(staysOf(await shown(portal, plain.membershipId, await plain.asked()))).toContain(
      '2027-06-01… REGULAR TRANSFER',
    );
  });
});
