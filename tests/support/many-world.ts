// A world that holds so many of each sort that an engine cannot take them at once: the small one of other tests, and
// beside it a region, a park, a cluster, a certification and a supplier with `size` of everything.
import { fixture } from "./fixture.ts";
import { enterprise, relation, s } from "./fixture-rows.ts";
import type { CsvRecord, FolderContent } from "./folder.ts";

const each = <T>(size: number, make: (number: number) => T): T[] =>
  Array.from({ length: size }, (_, index) => make(index));

const columns = (rows: readonly CsvRecord[] | undefined, more: readonly CsvRecord[]): CsvRecord[] => [
  ...(rows ?? []),
  ...more,
];

/** Enterprises `enterprise:mN` are in all of it, `enterprise:lN` in nothing. */
export function manyWorld(size: number): FolderContent {
  const { entities = {}, relations = {}, observations = [] } = fixture;
  const tied = (type: string, more: readonly CsvRecord[]): [string, CsvRecord[]] => [
    type,
    columns(relations[type], more),
  ];
  return {
    ...fixture,
    entities: {
      ...entities,
      Region: columns(entities.Region, [
        { id: "region:many", name: "众区", regionLevel: "DISTRICT", sources: s },
      ]),
      Park: columns(entities.Park, [{ id: "park:many", name: "众园", level: "", area: "", sources: s }]),
      Cluster: columns(entities.Cluster, [
        { id: "cluster:many", name: "众集群", clusterType: "CLUSTER", sources: s },
      ]),
      Enterprise: columns(entities.Enterprise, [
        enterprise("hub", "众供应商"),
        ...each(size, (n) => enterprise(`m${n}`, `众企${n}`, { capital: (n % 97) + 1, industry: "众业" })),
        ...each(size, (n) => enterprise(`l${n}`, `散企${n}`)),
      ]),
    },
    relations: {
      ...relations,
      ...Object.fromEntries([
        tied("LOCATED_IN", [
          relation("park:many", "region:many"),
          ...each(size, (n) => relation(`enterprise:m${n}`, "park:many")),
        ]),
        tied("PART_OF", [relation("region:many", "region:city"), relation("cluster:many", "cluster:system")]),
        tied(
          "BELONGS_TO",
          each(size, (n) => relation(`enterprise:m${n}`, "cluster:many")),
        ),
        tied(
          "CERTIFIED_AS",
          each(size, (n) => relation(`enterprise:m${n}`, "certification:nat")),
        ),
        tied(
          "SUPPLIES",
          each(size, (n) => relation("enterprise:hub", `enterprise:m${n}`)),
        ),
      ]),
    },
    observations: columns(
      observations,
      each(size, (n) => ({
        id: `observation:m${n}`,
        subject: "region:many",
        metric: "output",
        value: n + 1,
        unit: "亿元",
        period: "2022",
        sources: s,
      })),
    ),
  };
}
