/** What a guard or assignment of the machine is called with. */
export interface RowArguments {
  /** Own enumerable getters, one per context key, that read the columns at the row in view. */
  readonly context: Readonly<Record<string, number>>;
  event: object;
}

/**
 * The one window through which the functions of a machine see rows of all its populations. One and the same object for
 * every population keeps the functions' property reads on one hidden class, which is what the compiler inlines.
 */
export interface RowView {
  readonly args: RowArguments;
  /** Where each context key is read from, in the order of the keys. */
  readonly sources: readonly { column: Float64Array }[];
  row: number;
  /** The population that the sources belong to now. */
  owner: object | null;
}

export function createRowView(keys: readonly string[]): RowView {
  const context: Record<string, number> = {};
  const view: RowView = {
    args: { context, event: {} },
    sources: keys.map(() => ({ column: new Float64Array(0) })),
    row: 0,
    owner: null,
  };
  keys.forEach((key, k) => {
    const source = view.sources[k];
    Object.defineProperty(context, key, { enumerable: true, get: () => source.column[view.row] });
  });
  Object.freeze(context);
  // Engines keep an object with getters as a hash table until it serves as a prototype; then its getters can be inlined.
  Object.create(context);
  return view;
}

/** Shows the rows of a population together with an event. */
export function pointView(view: RowView, owner: object, columns: readonly Float64Array[], event: object): void {
  view.args.event = event;
  if (view.owner === owner) return;
  view.owner = owner;
  for (let k = 0; k < columns.length; k += 1) view.sources[k].column = columns[k];
}
