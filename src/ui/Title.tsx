import { Children, type ComponentProps } from "react";
import { unbroken } from "./unbroken.ts";

type TitleProps = ComponentProps<"h3"> & { readonly level?: 2 | 3 | 4 | 5 };

/** The title of a part of the page; its lines do not end where that would tear apart what belongs together. */
export function Title({ level = 3, children, ...attributes }: TitleProps) {
  const Heading = `h${level}` as const;
  return (
    <Heading {...attributes}>
      {Children.map(children, (child) => (typeof child === "string" ? unbroken(child) : child))}
    </Heading>
  );
}
