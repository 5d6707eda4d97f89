// A store as what a load writes into.
import type { Sink } from "./loading.ts";
import { type Changes, noChanges, nodeWriter, relationWriter, type Target } from "./write.ts";

/** A store as a sink; `settled` resolves when it is left alone, whatever has come of what was begun. */
export interface StoreSink extends Sink {
  settled(): Promise<unknown>;
}

/**
 * What changes is counted.
 * @param onIndex is told when nothing but the full text is waited for
 */
export function storeSink(
  target: Target,
  nodes: Changes,
  relations: Changes,
  onIndex: () => void,
): StoreSink {
  const { store, gate } = target;
  let searchable: Promise<void> | undefined;
  return {
    nodes: (labels, properties) =>
      nodeWriter(target, labels, properties, labels.includes("Entity") ? nodes : noChanges()),
    relations: (type, properties) => relationWriter(target, type, properties, relations),
    async nodesStored() {
      await gate.idle();
      // Relations leave part of the machine to it. Whether it has failed is asked when they are there. Of a store that
      // was not empty nodes may still go.
      if (target.empty) searchable = store.prepareSearch();
      searchable?.catch(() => undefined);
    },
    async stored() {
      await gate.idle();
      if (searchable !== undefined) onIndex();
      await searchable;
    },
    async swept() {
      if (target.empty) return;
      onIndex();
      searchable = store.prepareSearch();
      await searchable;
    },
    settled: () => Promise.allSettled([gate.idle(), searchable]),
  };
}
