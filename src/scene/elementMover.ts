/** Moves an HTML element to whole pixels of its parent. */
export type ElementMover = { readonly element: HTMLElement; readonly moveTo: (x: number, y: number) => void };

const movers = new WeakMap<HTMLElement, ElementMover>();

/** The mover of an element, which stays with it and writes only what is new. */
export function moverOf(element: HTMLElement): ElementMover {
  let mover = movers.get(element);
  if (!mover) {
    mover = createElementMover(element);
    movers.set(element, mover);
  }
  return mover;
}

/** Where the browser takes numbers for styles, no text is made for a frame; Firefox takes only text. */
function createElementMover(element: HTMLElement): ElementMover {
  const give = giveNumbers(element) ?? giveText(element);
  let atX = Number.NaN;
  let atY = Number.NaN;
  return {
    element,
    moveTo(x, y) {
      if (x === atX && y === atY) return;
      atX = x;
      atY = y;
      give(x, y);
    },
  };
}

function giveNumbers(element: HTMLElement): ElementMover["moveTo"] | null {
  if (!("attributeStyleMap" in element)) return null;
  const [right, down] = [CSS.px(0), CSS.px(0)];
  const transform = new CSSTransformValue([new CSSTranslate(right, down)]);
  const styles = element.attributeStyleMap;
  return (x, y) => {
    right.value = x;
    down.value = y;
    styles.set("transform", transform);
  };
}

function giveText(element: HTMLElement): ElementMover["moveTo"] {
  return (x, y) => {
    element.style.transform = `translate(${x}px, ${y}px)`;
  };
}
