const SVG = "http://www.w3.org/2000/svg";

/** Where the letters of a line stand above its lower end, as a part of its height. */
const BASELINE = 0.78;

/**
 * A list of the page (names, bars, numbers) as a drawing: its boxes as rectangles, rings, lines above or below, its words
 * where they stand, all rows of it however far it is scrolled. `drawn` copies the small drawings inside it.
 */
export function drawList(list: HTMLElement, drawn: (part: SVGSVGElement) => SVGSVGElement): SVGSVGElement {
  const scrolled = list.scrollTop;
  list.scrollTop = 0;
  const from = list.getBoundingClientRect();
  const paper = getComputedStyle(document.documentElement).backgroundColor;
  const drawing = document.createElementNS(SVG, "svg");
  for (const child of list.children) addElement(child);
  list.scrollTop = scrolled;
  return drawing;

  function addElement(element: Element) {
    const style = getComputedStyle(element);
    if (style.display === "none" || style.visibility === "hidden" || element.classList.contains("hidden")) return;
    const box = element.getBoundingClientRect();
    const [x, y] = [box.x - from.x, box.y - from.y];
    if (element instanceof SVGSVGElement) {
      add(drawn(element), { x, y, width: box.width, height: box.height });
      return;
    }
    if (![paper, "rgba(0, 0, 0, 0)"].includes(style.backgroundColor)) {
      const rx = style.borderRadius.endsWith("%") ? box.width / 2 : Number.parseFloat(style.borderRadius);
      add("rect", {
        x,
        y,
        width: box.width,
        height: box.height,
        rx,
        fill: style.backgroundColor,
        opacity: style.opacity,
      });
    }
    const [above, below] = [style.borderTopWidth, style.borderBottomWidth].map(Number.parseFloat);
    if (above > 0 && below > 0) {
      const [width, height] = [box.width - above, box.height - above];
      const stroke = { stroke: style.borderTopColor, "stroke-width": above, fill: "none" };
      add("rect", { x: x + above / 2, y: y + above / 2, width, height, rx: width / 2, ...stroke });
    } else if (above > 0 || below > 0) {
      const at = above > 0 ? y + 0.5 : y + box.height - 0.5;
      const stroke = above > 0 ? style.borderTopColor : style.borderBottomColor;
      add("line", { x1: x, x2: x + box.width, y1: at, y2: at, stroke });
    }
    for (const node of element.childNodes)
      if (node instanceof Element) addElement(node);
      else if (node instanceof Text) addWords(node, style);
  }

  /** Words that the page broke into lines are placed one by one. */
  function addWords(node: Text, style: CSSStyleDeclaration) {
    const range = document.createRange();
    range.selectNodeContents(node);
    const pieces = range.getClientRects().length === 1 ? /\S.*\S|\S/g : /\S+/g;
    for (const { 0: piece, index } of node.data.matchAll(pieces)) {
      range.setStart(node, index);
      range.setEnd(node, index + piece.length);
      const box = range.getBoundingClientRect();
      const text = add("text", {
        x: box.x - from.x,
        y: box.y - from.y + BASELINE * box.height,
        fill: style.color,
        "font-size": style.fontSize,
        "font-weight": style.fontWeight,
      });
      text.textContent = piece;
    }
  }

  function add(what: string | SVGElement, attributes: Readonly<Record<string, string | number>>): SVGElement {
    const element = typeof what === "string" ? document.createElementNS(SVG, what) : what;
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
    drawing.append(element);
    return element;
  }
}
