export const LANGUAGES = ["en", "ru", "kk"] as const;
export type Language = (typeof LANGUAGES)[number];

/** The same words in the three languages of the product. */
export type Names = Readonly<Record<Language, string>>;
