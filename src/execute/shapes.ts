// Compiled operations, kept by the shape of their variables, and their parameters bound anew for each run.
import { type DocumentNode, type FieldNode, type OperationDefinitionNode, visit } from "graphql";
import {
  type Compilation,
  type CompileOptions,
  compileOperation,
  fragmentsOf,
  introspection,
  type RootError,
} from "../graph/compile.ts";
import type { Arguments, Binding, Compiled } from "../graph/plan.ts";
import { selectedOn } from "../graph/select.ts";
import { signatureOf } from "../graph/signature.ts";
import { textWriter, type WriteText } from "../respond/text.ts";
import { argumentsOf } from "../run/arguments.ts";
import type { Json, Parameters } from "../store/port.ts";

export type Variables = Readonly<Record<string, unknown>>;

/** A compiled operation with what is the same in each run. */
export interface Shape {
  readonly compiled: Compiled;
  /** Parameters that no variable enters. */
  readonly constants: Parameters;
  readonly varying: readonly Binding[];
  /** Root fields by response name, in the order asked. */
  readonly asked: ReadonlyMap<string, readonly FieldNode[]>;
  /** Those of them that ask the schema. */
  readonly meta: readonly FieldNode[];
  /** Writes the answer as text where nothing is out of the ordinary. */
  readonly write?: WriteText;
}

/** An operation that is ready to be run; root fields whose arguments are wrong are left out of its shape. */
export interface Ready {
  readonly shape: Shape;
  readonly parameters: Parameters;
  readonly failed: Map<string, RootError>;
}

class RootFailure extends Error {
  constructor(
    readonly key: string,
    override readonly cause: unknown,
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

function bind(bindings: readonly Binding[], variables: Variables): Parameters {
  const known = new Map<FieldNode, Arguments>();
  const parameters: Record<string, Json> = {};
  for (const binding of bindings) {
    let args = known.get(binding.node);
    if (args === undefined) {
      args = argumentsOf(binding.field, binding.node, variables);
      known.set(binding.node, args);
    }
    for (const parameter of binding.parameters) {
      try {
        parameters[parameter.name] = parameter.value(args);
      } catch (error) {
        throw new RootFailure(binding.path[0] ?? "", error);
      }
    }
  }
  return parameters;
}

/** Creates the store of shapes. `kept` is how many are kept of one operation. */
export function createShapes(options: CompileOptions, kept: number) {
  const { schema } = options;
  const known = new WeakMap<OperationDefinitionNode, Map<string, Shape>>();

  function shapeOf(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Variables,
    compilation: Compilation,
  ): Shape {
    const { compiled, errors } = compilation;
    const asked = selectedOn(
      { ...options, fragments: fragmentsOf(document.definitions), variables },
      [operation.selectionSet],
      "Query",
      true,
    );
    const meta = [...asked.values()].flat().filter((node) => introspection.has(node.name.value));
    const fixed = compiled.bindings.filter((binding) => !hasVariables(binding.node));
    const varying = compiled.bindings.filter((binding) => hasVariables(binding.node));
    const write = meta.length > 0 || errors.length > 0 ? undefined : textWriter(compiled.fields);
    return { compiled, constants: bind(fixed, variables), varying, asked, meta, write };
  }

  function find(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Variables,
    failed: Map<string, RootError>,
  ): Shape {
    const fragments = fragmentsOf(document.definitions);
    if (failed.size > 0) {
      const compilation = compileOperation(options, operation, fragments, variables, new Set(failed.keys()));
      for (const error of compilation.errors) failed.set(error.key, error);
      return shapeOf(document, operation, variables, compilation);
    }
    const signature = signatureOf(schema, document, operation, variables);
    const shapes = known.get(operation) ?? new Map<string, Shape>();
    known.set(operation, shapes);
    const found = shapes.get(signature);
    if (found !== undefined) {
      shapes.delete(signature);
      shapes.set(signature, found);
      return found;
    }
    const compilation = compileOperation(options, operation, fragments, variables);
    for (const error of compilation.errors) failed.set(error.key, error);
    const shape = shapeOf(document, operation, variables, compilation);
    if (compilation.errors.length > 0) return shape;
    shapes.set(signature, shape);
    const oldest = shapes.keys().next().value;
    if (shapes.size > kept && oldest !== undefined) shapes.delete(oldest);
    return shape;
  }

  /** Compiles and binds; a root field whose arguments prove wrong is left out and reported. */
  return (document: DocumentNode, operation: OperationDefinitionNode, variables: Variables): Ready => {
    const failed = new Map<string, RootError>();
    for (;;) {
      try {
        const shape = find(document, operation, variables, failed);
        return { shape, parameters: { ...shape.constants, ...bind(shape.varying, variables) }, failed };
      } catch (error) {
        if (!(error instanceof RootFailure) || failed.has(error.key)) throw error;
        const nodes = rootNodes(document, operation, variables, error.key);
        failed.set(error.key, { key: error.key, nodes, error: error.cause });
      }
    }
  };

  function rootNodes(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Variables,
    key: string,
  ): readonly FieldNode[] {
    const context = { ...options, fragments: fragmentsOf(document.definitions), variables };
    return selectedOn(context, [operation.selectionSet], "Query", true).get(key) ?? [];
  }
}
