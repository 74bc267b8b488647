/** A JSON Schema that stands by itself: what it refers to is below its own `$defs`. */
export type OwnSchema = { [key: string]: unknown };

export const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
export type Method = (typeof METHODS)[number];

/** Where a part of the input goes in the upstream's request. `body`: a property of a JSON or form body. `whole`: the body itself. */
export type PartPlace = "path" | "query" | "header" | "body" | "whole";

/** One property of the input, and where it goes. */
export type InputPart = {
  /** The property's name in the tool's input. */
  key: string;
  place: PartPlace;
  /** The upstream's name for it; empty for `whole`. */
  name: string;
  /** How a list or an object is written in a query, a header, a path or a form (OpenAPI `style` and `explode`). `json`: as JSON text. */
  style?: "form" | "simple" | "spaceDelimited" | "pipeDelimited" | "deepObject" | "json";
  explode?: boolean;
};

/** How one operation is called: made from its description, kept as it is. */
export type OperationShape = {
  method: Method;
  /** Below the upstream's address, with `{name}` where a path part goes: `/forecast/{city}`. */
  path: string;
  parts: InputPart[];
  /** The content type that the body is sent with; null where there is none. */
  bodyType: string | null;
  /** One flat object. */
  input: OwnSchema;
  /** Of the answer with status 200 or its like, where it is JSON and described; null otherwise. */
  output: OwnSchema | null;
  /** Content types of good answers, as described. */
  answerTypes: string[];
};

/** What a seller has decided about calls of a listing. */
export type ListingPolicy = {
  timeoutMs: number;
  /** Larger answers are no answers. */
  maxAnswerBytes: number;
  /** An answer of 400 to 499 is given and charged; said before anybody pays. Otherwise it is no answer. */
  charge4xx: boolean;
  /** A JSON answer that breaks the described schema is no answer. */
  holdSchema: boolean;
  /** How the secret goes along; null where there is none. */
  auth: { kind: "bearer" | "basic" } | { kind: "header" | "query"; name: string } | null;
};

export const USUAL_POLICY: ListingPolicy = {
  timeoutMs: 20_000,
  maxAnswerBytes: 5_000_000,
  charge4xx: false,
  holdSchema: false,
  auth: null,
};
