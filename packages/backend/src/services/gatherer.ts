/**
 * Hands `work` whatever came while it was busy with the last lot: one lot at a time, as large as it has
 * to be. Each item's answer is that of its lot.
 */
export const createGatherer = <Item, Answer>(work: (items: Item[]) => Promise<Answer>) => {
  let next: { items: Item[]; answer: Promise<Answer> } | null = null;
  let busy: Promise<unknown> = Promise.resolve();
  const open = () => {
    const items: Item[] = [];
    const answer = busy.then(() => {
      next = null;
      return work(items);
    });
    busy = answer.catch(() => undefined);
    return { items, answer };
  };
  return (item: Item): Promise<Answer> => {
    next ??= open();
    next.items.push(item);
    return next.answer;
  };
};
