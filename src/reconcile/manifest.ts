// What the service can do, told to programs that add it by its address.
import { packageVersion } from "../packaged.ts";
import { typeOf } from "./properties.ts";

/** The manifest of the service at an address. */
export function manifest(origin: string): object {
  const service = (path: string) => ({ service_url: origin, service_path: path });
  return {
    versions: ["0.2"],
    name: "产业图谱 Industry Graph",
    identifierSpace: `${origin}/entity/`,
    schemaSpace: `${origin}/vocabulary#`,
    documentation: `${origin}/vocabulary`,
    serviceVersion: packageVersion(),
    logo: `${origin}/icon.svg`,
    defaultTypes: [typeOf("Enterprise"), typeOf("Park"), typeOf("Region")],
    view: { url: `${origin}/entity/{{id}}` },
    preview: { url: `${origin}/reconcile/preview?id={{id}}`, width: 400, height: 200 },
    suggest: {
      entity: service("/reconcile/suggest/entity"),
      type: service("/reconcile/suggest/type"),
      property: service("/reconcile/suggest/property"),
    },
    extend: { propose_properties: service("/reconcile/properties"), property_settings: [] },
  };
}
