type Column = Float64Array | Int32Array | Uint32Array | Uint16Array | Uint8Array | Int8Array;

/**
 * Remembers every number below `root` and answers the function that puts all of them back in place, as often as it is called.
 * It knows plain objects, lists and typed arrays, and refuses anything else that could hold a value (a Map, say). Functions,
 * and objects under `table`, are taken for constants.
 */
export function createRewind(root: object): () => void {
  const columns: { readonly column: Column; readonly values: Column }[] = [];
  const fields: { readonly owner: Record<string, unknown>; readonly key: string; readonly value: unknown }[] = [];
  const seen = new Set<unknown>();
  const remember = (value: unknown) => {
    if (typeof value !== "object" || value === null || seen.has(value)) return;
    seen.add(value);
    if (ArrayBuffer.isView(value)) {
      const column = value as Column;
      columns.push({ column, values: column.slice() });
      return;
    }
    const prototype = Object.getPrototypeOf(value);
    if (prototype !== Object.prototype && prototype !== Array.prototype)
      throw new Error(
        `only numbers, plain objects, lists and typed arrays can be put back, got ${value.constructor.name}`,
      );
    for (const [key, below] of Object.entries(value)) {
      if (key === "table" || typeof below === "function") continue;
      fields.push({ owner: value as Record<string, unknown>, key, value: below });
      remember(below);
    }
  };
  remember(root);
  return () => {
    for (const { owner, key, value } of fields) if (owner[key] !== value) owner[key] = value;
    for (const { column, values } of columns) column.set(values);
  };
}
