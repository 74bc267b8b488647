import type { FileValue } from "./fileValue";

/** Inside single quotes of a shell, a single quote ends the text, is said by itself, and text goes on. */
export const shellQuoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;

/** `{ token: "0x…" }`: JSON, with bare keys where JavaScript takes them. */
export function objectLiteral(input: Record<string, unknown>, read: FileValue | null): string {
  const fields = Object.entries(input).map(([key, value]) => {
    const text = key === read?.key ? `readFileSync("${read.file}", "${read.isPicture ? "base64" : "utf8"}")` : JSON.stringify(value);
    return `${/^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key)}: ${text}`;
  });
  return fields.length === 0 ? "{}" : `{ ${fields.join(", ")} }`;
}

export function pythonObject(input: Record<string, unknown>, read: FileValue | null): string {
  const fields = Object.entries(input).map(([key, value]) => {
    if (key !== read?.key) return `${JSON.stringify(key)}: ${pythonLiteral(value)}`;
    const bytes = `open("${read.file}", "rb").read()`;
    return `${JSON.stringify(key)}: ${read.isPicture ? `base64.b64encode(${bytes})` : bytes}.decode()`;
  });
  return `{${fields.join(", ")}}`;
}

/** Go writes bytes as base64 by itself; a text becomes one by `string`. */
export function goFileBody(input: Record<string, unknown>, read: FileValue): string[] {
  const fields = Object.entries(input).map(([key, value]) => {
    const other = typeof value === "object" ? `json.RawMessage(${goLiteral(JSON.stringify(value))})` : JSON.stringify(value);
    return `${JSON.stringify(key)}: ${key === read.key ? (read.isPicture ? "file" : "string(file)") : other}`;
  });
  return [
    `	file, err := os.ReadFile("${read.file}")`,
    `	if err != nil {`,
    `		panic(err)`,
    `	}`,
    `	input, err := json.Marshal(map[string]any{${fields.join(", ")}})`,
    `	if err != nil {`,
    `		panic(err)`,
    `	}`,
    `	body := bytes.NewReader(input)`,
  ];
}

/** JSON text is Python too, but for its three bare words. */
function pythonLiteral(value: unknown): string {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (Array.isArray(value)) return `[${value.map(pythonLiteral).join(", ")}]`;
  if (typeof value === "object")
    return `{${Object.entries(value)
      .map(([k, v]) => `${JSON.stringify(k)}: ${pythonLiteral(v)}`)
      .join(", ")}}`;
  return JSON.stringify(value);
}

/** A raw string where it can be one; a backquote inside needs the quoted form. */
export function goLiteral(text: string): string {
  return text.includes("`") ? JSON.stringify(text) : `\`${text}\``;
}
