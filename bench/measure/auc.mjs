/**
 * How well times tell two groups apart: the share of pairs in which the one took longer than the other, ties counted
 * half. 0.5 tells nothing, 0 and 1 tell everything.
 */
export function auc(ones, others) {
  const all = [...ones.map(time => ({ time, one: true })), ...others.map(time => ({ time, one: false }))];
  all.sort((a, b) => a.time - b.time);
  let won = 0;
  let below = 0;
  for (let from = 0; from < all.length;) {
    let to = from;
    while (to < all.length && all[to].time === all[from].time) to++;
    const tied = all.slice(from, to);
    const mine = tied.filter(({ one }) => one).length;
    const theirs = tied.length - mine;
    won += mine * (below + theirs / 2);
    below += theirs;
    from = to;
  }
  return won / (ones.length * others.length);
}
