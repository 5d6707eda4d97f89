// The filter map: each filter is a small pattern, and only those given enter the statement.
import {
  atLeast,
  atMost,
  citedFrom,
  containsText,
  equals,
  type FilterSpec,
  found,
  fromDay,
  liesInPeriod,
  overlapsPeriod,
  reaches,
  related,
  untilDay,
} from "../plan/spec.ts";
import { governed, inCluster, inPark, inRegion, partOf, placed, through } from "./ways.ts";

type Filters = Readonly<Record<string, FilterSpec>>;

const held = ["HOSTS", "UNDERTAKES"] as const;

/** Filters by input type. */
export const filters = {
  EnterpriseFilter: {
    region: reaches("Region", placed, inRegion),
    park: reaches("Park", placed, inPark),
    cluster: reaches("Cluster", through("BELONGS_TO"), inCluster),
    certifiedAs: related("CERTIFIED_AS", "Certification", "id"),
    certificationLevel: related("CERTIFIED_AS", "Certification", "level"),
    industryCode: found("enterprise.by-industry"),
    text: containsText(),
    listed: equals("listed"),
    capitalAtLeast: atLeast("capital"),
    capitalAtMost: atMost("capital"),
  },
  ParkFilter: {
    region: reaches("Region", placed, inRegion),
    cluster: reaches("Cluster", through("FOCUSES_ON"), inCluster),
    level: equals("level"),
    parkType: equals("parkType"),
    text: containsText(),
  },
  RegionFilter: {
    within: reaches("Region", partOf, inRegion),
    cluster: reaches("Cluster", through("FOCUSES_ON"), inCluster),
    regionLevel: equals("regionLevel"),
    text: containsText(),
  },
  ClusterFilter: {
    region: reaches("Region", placed, inRegion, ["FOCUSES_ON"]),
    park: reaches("Park", placed, inPark, ["FOCUSES_ON"]),
    clusterType: equals("clusterType"),
    text: containsText(),
  },
  ProductFilter: {
    cluster: reaches("Cluster", through("BELONGS_TO"), inCluster),
    maker: related("MAKES", "Enterprise", "id", "in"),
    position: equals("position"),
    text: containsText(),
  },
  PolicyFilter: {
    region: found("policy.in-force"),
    issuer: related("ISSUED_BY", "Entity", "id"),
    policyType: equals("policyType"),
    text: containsText(),
  },
  MeasureFilter: {
    policy: related("OFFERS", "Policy", "id", "in"),
    requires: related("REQUIRES", "Certification", "id"),
    region: found("measure.in-force"),
    measureType: equals("measureType"),
    text: containsText(),
  },
  CertificationFilter: {
    level: equals("level"),
    track: equals("track"),
    text: containsText(),
  },
  ProgrammeFilter: {
    region: reaches("Region", governed, inRegion, held),
    park: reaches("Park", governed, inPark, held),
    programmeType: equals("programmeType"),
    text: containsText(),
  },
  ProjectFilter: {
    region: reaches("Region", placed, inRegion, held),
    park: reaches("Park", placed, inPark, held),
    cluster: reaches("Cluster", through("BELONGS_TO"), inCluster),
    stage: equals("stage"),
    text: containsText(),
  },
  StageFilter: {
    text: containsText(),
  },
  PlatformFilter: {
    region: reaches("Region", placed, inRegion, held),
    park: reaches("Park", placed, inPark, held),
    cluster: reaches("Cluster", through("BELONGS_TO"), inCluster),
    platformType: equals("platformType"),
    text: containsText(),
  },
  InstitutionFilter: {
    region: reaches("Region", placed, inRegion, ["HOSTS"]),
    park: reaches("Park", placed, inPark, ["HOSTS"]),
    institutionType: equals("institutionType"),
    text: containsText(),
  },
  FundFilter: {
    region: reaches("Region", placed, inRegion, ["HOSTS"]),
    park: reaches("Park", placed, inPark, ["HOSTS"]),
    fundType: equals("fundType"),
    text: containsText(),
  },
  DocumentFilter: {
    layer: equals("layer"),
    text: containsText(),
  },
  ObservationFilter: {
    subject: related("OBSERVES", "Entity", "id"),
    about: related("ABOUT", "Entity", "id"),
    metric: equals("metric"),
    within: found("observation.within"),
    period: liesInPeriod(),
    overlaps: overlapsPeriod(),
    total: found("observation.totals"),
    unit: equals("comparedUnit"),
    from: fromDay("periodStart"),
    to: untilDay("periodEnd"),
    status: equals("status"),
    bound: equals("bound"),
    document: citedFrom(),
  },
  MetricFilter: {
    text: containsText(),
  },
  ConditionFilter: {
    predicate: equals("predicate"),
    text: containsText(),
  },
  CheckFilter: {
    checkType: equals("checkType"),
    outcome: equals("outcome"),
    explained: equals("explained"),
    subject: found("check.subject"),
    within: found("check.within"),
    document: citedFrom(),
  },
  ConflictFilter: {
    conflictType: equals("conflictType"),
    concerns: related("CONCERNS", "Entity", "id"),
    within: found("conflict.within"),
    document: citedFrom(),
    text: containsText(),
  },
} as const satisfies Record<string, Filters>;

/** What lists are grouped by as if they had filters that reach these wholes. */
export const grouped: Readonly<Record<string, Filters>> = {
  ClusterFilter: { within: reaches("Cluster", partOf, inCluster) },
};

/** Facets of lists of enterprises: the question that leads from an enterprise to what it counts under. */
export const facets = {
  parks: "facet.parks",
  regions: "facet.regions",
  clusters: "facet.clusters",
  certifications: "facet.certifications",
} as const;
