// Compiled operations, kept by document and the shape of their variables, and their parameters bound anew for each run.
import { createHash } from "node:crypto";
import { type DocumentNode, type FieldNode, type OperationDefinitionNode, visit } from "graphql";
import type { Cache } from "../cache/cache.ts";
import { createNumbers } from "../cache/numbers.ts";
import { type Compiled, emitOperation } from "../emit/operation.ts";
import { introspection, type OperationPlan, type PlanOptions, planOperation } from "../plan/operation.ts";
import type { Binding } from "../plan/planning.ts";
import type { Reference } from "../plan/references.ts";
import { selectedOn } from "../plan/select.ts";
import { signatureOf } from "../plan/signature.ts";
import type { Failure } from "../respond/standard.ts";
import { textWriter, type WriteText } from "../respond/text.ts";
import { argumentsOf } from "../run/arguments.ts";
import { fragmentsOf } from "../run/fragments.ts";
import type { Arguments } from "../run/step.ts";
import type { Json, Parameters } from "../store/port.ts";
import { giveIds, type Named, type Replaced } from "./references.ts";
import { planBytes } from "./size.ts";

export type Variables = Readonly<Record<string, unknown>>;

/** A compiled operation with what is the same in each run. */
export interface Plan {
  readonly compiled: Compiled;
  /** Parameters that no variable enters. */
  readonly constants: Parameters;
  readonly varying: readonly Binding[];
  /** Where arguments name entities: what they stand for is looked up before parameters are bound. */
  readonly references: readonly Reference[];
  /** Writes the answer as text where nothing is out of the ordinary; undefined where something always is. */
  readonly write?: WriteText;
}

/** An operation that is ready to be run. */
export interface Ready {
  readonly plan: Plan;
  readonly parameters: Parameters;
  /** What is wrong with root fields, by response name: they are left out of the plan. */
  readonly failed: Map<string, Failure>;
  /** Arguments in which ids stand for names. */
  readonly replaced?: Replaced;
}

/** Signatures longer than this are kept as their hash. */
const longestSignature = 200;

class RootFailure extends Error {
  constructor(
    readonly key: string,
    override readonly cause: unknown,
    readonly nodes: readonly FieldNode[],
  ) {
    super("bad arguments");
  }
}

function hasVariables(node: FieldNode): boolean {
  let found = false;
  for (const argument of node.arguments ?? []) {
    visit(argument.value, {
      Variable() {
        found = true;
      },
    });
  }
  return found;
}

function bind(bindings: readonly Binding[], variables: Variables, replaced?: Replaced): Parameters {
  const known = new Map<FieldNode, Arguments>();
  const parameters: Record<string, Json> = {};
  for (const binding of bindings) {
    let args = known.get(binding.node);
    if (args === undefined) {
      args = replaced?.get(binding.node) ?? argumentsOf(binding.field, binding.node, variables);
      known.set(binding.node, args);
    }
    for (const parameter of binding.parameters) {
      try {
        parameters[parameter.name] = parameter.value(args);
      } catch (error) {
        throw new RootFailure(binding.path[0] ?? "", error, [binding.node]);
      }
    }
  }
  return parameters;
}

/** Finds what the arguments of a request name. */
export type Resolve = (references: readonly Reference[]) => Named | Promise<Named>;

/** How an operation is made ready. */
export interface Readying {
  /** Finds what arguments name, where any of them names entities. */
  readonly resolve: Resolve;
  /** Whether it is asked also where all are ids that are looked up. */
  readonly always: boolean;
  /** Root fields that are left out, with what is wrong with them. */
  readonly failed: ReadonlyMap<string, Failure>;
}

/** Compiles and binds operations; a root field whose arguments prove wrong is left out and reported. */
export interface Plans {
  /** Texts stay as they are, also where they name entities. */
  (document: DocumentNode, operation: OperationDefinitionNode, variables: Variables): Ready;
  (
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Variables,
    how: Readying,
  ): Ready | Promise<Ready>;
}

/** Creates what compiles and binds operations; plans are kept in the cache. */
export function createPlans(options: PlanOptions, cache: Cache): Plans {
  const { schema } = options;
  const numberOf = createNumbers();

  function keyOf(document: DocumentNode, operation: OperationDefinitionNode, variables: Variables): string {
    const signature = signatureOf(schema, document, operation, variables);
    const short =
      signature.length > longestSignature
        ? createHash("sha256").update(signature).digest("base64url")
        : signature;
    return `plan ${numberOf(operation)} ${short}`;
  }

  function planOf(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Variables,
    planned: OperationPlan,
  ): Plan {
    const compiled = emitOperation(planned);
    const context = { ...options, fragments: fragmentsOf(document.definitions), variables };
    const asked = selectedOn(context, [operation.selectionSet], "Query", true);
    const asksSchema = [...asked.values()].some(([node]) => introspection.has(node?.name.value ?? ""));
    const { references } = planned;
    const naming = new Set(references.map(({ node }) => node));
    const varies = ({ node }: Binding): boolean => naming.has(node) || hasVariables(node);
    const fixed = compiled.bindings.filter((binding) => !varies(binding));
    const varying = compiled.bindings.filter(varies);
    const write = asksSchema || planned.errors.length > 0 ? undefined : textWriter(compiled.fields);
    return { compiled, constants: bind(fixed, variables), varying, references, write };
  }

  function find(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Variables,
    failed: Map<string, Failure>,
  ): Plan {
    const key = keyOf(document, operation, variables);
    const found = failed.size === 0 ? cache.get<Plan>(key) : undefined;
    if (found !== undefined) return found;
    const exclude = new Set(failed.keys());
    const fragments = fragmentsOf(document.definitions);
    const planned = planOperation(options, operation, fragments, variables, exclude);
    for (const failure of planned.errors) failed.set(failure.key, failure);
    const plan = planOf(document, operation, variables, planned);
    if (failed.size === 0) cache.set(key, plan, planBytes(plan));
    return plan;
  }

  function ready(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Variables,
    how?: Readying,
  ): Ready | Promise<Ready> {
    const failed = new Map(how?.failed);
    /** Again without each root field that fails, until none does. */
    function sound<T>(work: () => T): T {
      for (;;) {
        try {
          return work();
        } catch (error) {
          if (!(error instanceof RootFailure) || failed.has(error.key)) throw error;
          failed.set(error.key, { error: error.cause, nodes: error.nodes });
        }
      }
    }
    const bound = (known?: Plan, replaced?: Replaced): Ready =>
      sound(() => {
        const plan =
          known !== undefined && failed.size === 0 ? known : find(document, operation, variables, failed);
        return {
          plan,
          parameters: { ...plan.constants, ...bind(plan.varying, variables, replaced) },
          failed,
          replaced,
        };
      });
    if (how === undefined) return bound();
    const plan = sound(() => find(document, operation, variables, failed));
    if (!how.always && giveIds(plan.references, variables)) return bound(plan);
    const boundBy = (named: Named): Ready => {
      for (const [key, failure] of named.failed) failed.set(key, failure);
      return bound(plan, named.replaced);
    };
    const named = how.resolve(plan.references);
    return named instanceof Promise ? named.then(boundBy) : boundBy(named);
  }

  return ready as Plans;
}
