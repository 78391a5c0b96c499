/** Words of refused files, links and fields; loaded with the first refusal. */
export const refusalWords = {
  inFile: "{{place}}: expected {{expected}}, got {{found}}",
  inField: "Expected {{expected}}, got {{found}}",
  wholeFile: "(whole file)",
  /** Fields that a change of another may make wrong. */
  fields: { to: "Last year: expected {{expected}}, got {{found}}" },
};

type Texts<Shape> = { readonly [Key in keyof Shape]: Shape[Key] extends string ? string : Texts<Shape[Key]> };
export type RefusalWords = Texts<typeof refusalWords>;
