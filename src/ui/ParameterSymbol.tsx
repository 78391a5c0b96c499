/** Symbol of a parameter as it is printed: what follows the underscore stands below the line. */
export function ParameterSymbol({ symbol }: { readonly symbol: string }) {
  const [letter, index] = symbol.split("_");
  return (
    <>
      {letter}
      {index && <sub>{index}</sub>}
    </>
  );
}
