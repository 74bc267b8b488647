import { METHODS, type Method } from "@/lib/gateway/types";
import type { Spec, SpecOperation } from "../types";
import { note, type Reading, Skipped } from "./context";
import { type Dict, isDict, own, ownEntries, ownList, ownText, step } from "./json";
import { nameOf } from "./names";
import { plainText } from "./plainText";
import { follow } from "./references";
import { type Fault, SpecRefusal } from "./refusal";
import { Schemas } from "./schemas";
import { readSecurity } from "./security";
import { readServers, serversOf } from "./servers";
import { readShape } from "./shape";

const MOST_OPERATIONS = 5_000;
const OTHERS = ["head", "options", "trace"];

type Read = Omit<Spec, "notes"> & { notes: Fault[] };

/** A document that was scanned, as operations. Throws `SpecRefusal` where it is no description of an API. */
export function readDocument(document: unknown): Read {
  if (!isDict(document)) throw refusal("spec_not_openapi", "The document is not an object.", null);
  const format = formatOf(document);
  const paths = pathsOf(document);
  const security = readSecurity(document, paths.values());
  const schemas = new Schemas(document, format === "openapi-3.1" ? "2020" : "draft4");
  const named = readServers(document);
  const servers = named.length > 0 ? named : [...paths.values()].flatMap(serversOf).slice(0, 1);
  const reading: Reading = { document, format, schemas, notes: [], keys: security.keys, servers };
  if (servers.length === 0) {
    note(reading, "server_unknown", "It names no full address of the API.", "", "Give the address of the API yourself.");
  }
  if (security.trouble) note(reading, "auth_not_sendable", security.trouble, "");
  const operations = operationsOf(reading, paths);
  for (const ref of schemas.lost.keys()) {
    note(reading, "ref_not_found", `“${plainText(ref, 100)}” refers to nothing; what stands there may be anything.`, "");
  }
  const info = own(document, "info");
  return {
    format,
    title: plainText(own(info, "title"), 120),
    version: plainText(own(info, "version"), 60),
    description: plainText(own(info, "description"), 2_000),
    servers,
    auth: security.auth,
    operations,
    notes: reading.notes,
  };
}

function formatOf(document: Dict): Spec["format"] {
  const swagger = String(own(document, "swagger") ?? "");
  const openapi = String(own(document, "openapi") ?? "");
  if (/^2(\.0)?$/.test(swagger)) return "swagger-2.0";
  if (/^3\.0(\.\d+)?(-.*)?$/.test(openapi)) return "openapi-3.0";
  if (/^3\.1(\.\d+)?(-.*)?$/.test(openapi) || openapi === "3.1") return "openapi-3.1";
  const said = plainText(swagger || openapi, 20);
  const message = said ? `It says version “${said}”, which is not read here.` : "It names no version of OpenAPI or Swagger.";
  throw refusal("spec_not_openapi", message, said ? `/${swagger ? "swagger" : "openapi"}` : null);
}

function refusal(code: string, message: string, pointer: string | null): SpecRefusal {
  return new SpecRefusal([{ code, message, hint: "Give a description in OpenAPI 3.0, OpenAPI 3.1 or Swagger 2.", pointer }]);
}

/** The path items, with references followed. */
function pathsOf(document: Dict): Map<string, Dict> {
  const found = new Map<string, Dict>();
  for (const [path, value] of ownEntries(document, "paths")) {
    const item = follow(document, value, `/paths${step(path)}`)?.value;
    if (isDict(item)) found.set(path, item);
  }
  if (found.size > 0) return found;
  throw new SpecRefusal([
    {
      code: "spec_without_operations",
      message: "It describes no paths.",
      hint: "Describe at least one operation below paths.",
      pointer: "/paths",
    },
  ]);
}

function operationsOf(reading: Reading, paths: Map<string, Dict>): SpecOperation[] {
  const operations: SpecOperation[] = [];
  const names = new Set<string>();
  for (const [path, item] of paths) {
    const pointer = `/paths${step(path)}`;
    for (const method of OTHERS) {
      if (isDict(own(item, method)))
        note(reading, "method_not_sold", `${method.toUpperCase()} is not a call that is sold.`, `${pointer}/${method}`);
    }
    for (const method of METHODS) {
      const operation = own(item, method.toLowerCase());
      if (!isDict(operation)) continue;
      const where = `${pointer}/${method.toLowerCase()}`;
      if (operations.length >= MOST_OPERATIONS) {
        note(reading, "operation_skipped", `Only the first ${MOST_OPERATIONS} operations are read.`, where);
        return operations;
      }
      try {
        operations.push(operationOf(reading, method, path, item, operation, names, where));
      } catch (error) {
        if (!(error instanceof Skipped)) throw error;
        note(
          reading,
          "operation_skipped",
          `${method} ${plainText(path, 100)} can't be sold: ${error.message.charAt(0).toLowerCase()}${error.message.slice(1)}`,
          error.pointer,
          error.hint,
        );
      }
    }
  }
  return operations;
}

function operationOf(
  reading: Reading,
  method: Method,
  path: string,
  item: Dict,
  operation: Dict,
  names: Set<string>,
  where: string,
): SpecOperation {
  if (!isPlainPath(path))
    throw new Skipped("its path is not one that can be sent.", where, "Begin it with a slash, without a query and without “..”.");
  const elsewhere = [serversOf(operation), serversOf(item)].find((servers) => servers.length > 0);
  if (elsewhere && reading.servers[0] && !elsewhere.includes(reading.servers[0])) {
    throw new Skipped(`it is at ${elsewhere[0]}, which is another server than that of the others.`, where, "List it by itself.");
  }
  const { shape, example } = readShape(reading, method, path, item, operation);
  const id = ownText(operation, "operationId");
  const description = plainText(own(operation, "description"), 2_000) || plainText(own(item, "description"), 2_000);
  return {
    key: `${method} ${path}`,
    name: nameOf(id, method, path, names),
    question:
      plainText(own(operation, "summary"), 120) ||
      plainText(own(item, "summary"), 120) ||
      plainText(id, 120) ||
      plainText(`${method} ${path}`, 120),
    description,
    tags: [...new Set(ownList(operation, "tags").map((tag) => plainText(tag, 60)))].filter(Boolean).slice(0, 10),
    deprecated: own(operation, "deprecated") === true,
    shape,
    example,
  };
}

function isPlainPath(path: string): boolean {
  if (!path.startsWith("/") || path.length > 1_000 || /[?#\\\p{C}]/u.test(path)) return false;
  const names = [...path.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name);
  const text = path.replace(/\{[^{}]+\}/g, "x");
  return new Set(names).size === names.length && !/[{}]/.test(text) && !/(^|\/)(\.|%2e){1,2}(\/|$)/i.test(text);
}
