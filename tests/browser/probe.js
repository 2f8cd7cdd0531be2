// Measures the page that it is put into. Every function returns lines "selector: what is wrong".
// Nothing here is part of the site; it is loaded before the page's own policy holds.
globalThis.probe = (() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const style = (element, part) => getComputedStyle(element, part);
  const short = (text) => JSON.stringify(text.replace(/\s+/g, " ").trim().slice(0, 40));

  function name(element) {
    const parts = [];
    for (let e = element; e && e !== document.body && parts.length < 3; e = e.parentElement) {
      const alike = [...(e.parentElement?.children ?? [])].filter((one) => one.localName === e.localName);
      const place = alike.length > 1 ? `:nth-of-type(${alike.indexOf(e) + 1})` : "";
      const kinds = [...e.classList].map((kind) => `.${kind}`).join("");
      parts.unshift(e.id ? `#${e.id}` : `${e.localName}${kinds}${place}`);
      if (e.id) break;
    }
    return parts.join(" > ");
  }

  const isShown = (element) =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true });

  // Words for a screen reader alone lie in a box of a pixel, out of sight by intention.
  function isHeard(element) {
    for (let e = element; e; e = e.parentElement) {
      const area = e.getBoundingClientRect();
      const isOut = ["absolute", "fixed"].includes(style(e).position);
      if (isOut && (area.width <= 2 || area.height <= 2 || area.bottom + scrollY <= 0)) return true;
    }
    return false;
  }

  function texts(root = document.body) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
      const { currentNode: node } = walker;
      const element = node.parentElement;
      if (!node.data.trim() || element.closest("script, style, textarea, option")) continue;
      if (isShown(element) && !isHeard(element)) found.push({ node, element });
    }
    return found;
  }

  function lines(node) {
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()].filter((area) => area.width > 0.5 && area.height > 0.5);
  }

  const scrolls = (element, axis) => /auto|scroll/.test(style(element)[`overflow${axis}`]);
  const hides = (element, axis) => /hidden|clip/.test(style(element)[`overflow${axis}`]);

  function* above(element) {
    for (let e = element; e && e !== document.body; e = e.parentElement) yield e;
  }

  // Where the text of a line is cut off, if anywhere.
  function cut(element, area) {
    let isScrolled = { X: false, Y: false };
    for (const e of above(element)) {
      for (const axis of ["X", "Y"]) isScrolled[axis] ||= scrolls(e, axis);
      const box = e.getBoundingClientRect();
      const slack = area.height / 4;
      const x = area.right > box.right + 2 || area.left < box.left - 2;
      const y = area.bottom > box.bottom + slack || area.top < box.top - slack;
      if (hides(e, "X") && !isScrolled.X && x) return name(e);
      if (hides(e, "Y") && !isScrolled.Y && y) return name(e);
    }
    const isOut = area.left + scrollX < -2 || area.right + scrollX > innerWidth + 2;
    return isOut && !isScrolled.X ? "window" : "";
  }

  function clipped() {
    return texts().flatMap(({ node, element }) => {
      const place = lines(node).map((area) => cut(element, area)).find(Boolean);
      return place ? [`${name(element)}: ${short(node.data)} is cut by ${place}`] : [];
    });
  }

  // The window scrolls sideways, or would if nothing hid it.
  function wide() {
    const width = document.documentElement.clientWidth;
    const reach = Math.max(document.documentElement.scrollWidth, document.body.scrollWidth);
    if (reach <= width + 1) return [];
    const out = all("body *").filter((e) => {
      const isInside = [...above(e.parentElement)].some((one) => scrolls(one, "X"));
      return !isInside && e.getBoundingClientRect().right + scrollX > width + 1;
    });
    return out.slice(0, 3).map((e) => {
      const right = Math.round(e.getBoundingClientRect().right);
      return `${name(e)}: reaches ${right} px in a window of ${width} px`;
    });
  }

  // A box that scrolls sideways hides what is in it from paper and from whoever cannot scroll.
  function scrolled() {
    const boxes = all("body *").filter((e) => scrolls(e, "X") && e.localName !== "textarea");
    const wider = boxes.filter((e) => e.scrollWidth > e.clientWidth + 1 && isShown(e));
    return wider.map((e) => `${name(e)}: ${e.scrollWidth} px in a box of ${e.clientWidth} px`);
  }

  function overlaps() {
    const runs = texts().flatMap(({ node, element }) =>
      lines(node).map((area) => ({ node, element, area })),
    );
    runs.sort((a, b) => a.area.top - b.area.top);
    const found = [];
    runs.forEach((one, index) => {
      for (let next = index + 1; next < runs.length; next += 1) {
        const other = runs[next];
        if (other.area.top > one.area.bottom) break;
        const a = one.area, b = other.area;
        const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        const isOver = width > 3 && height > 0.45 * Math.min(a.height, b.height);
        if (isOver && one.element !== other.element) {
          found.push(`${name(one.element)}: ${short(one.node.data)} lies over ${short(other.node.data)}`);
        }
      }
    });
    return found;
  }

  const STOPS = "a[href], area[href], button, input, select, textarea, summary, [tabindex]";
  const stops = () =>
    all(STOPS).filter((e) => e.tabIndex >= 0 && !e.disabled && isShown(e) && e.type !== "hidden");

  function targets() {
    return stops().flatMap((e) => {
      if (isHeard(e)) return [];
      const boxes = [e, ...all("*", e)].map((one) => one.getBoundingClientRect());
      const width = Math.max(...boxes.map((b) => b.right)) - Math.min(...boxes.map((b) => b.left));
      const height = Math.max(...boxes.map((b) => b.bottom)) - Math.min(...boxes.map((b) => b.top));
      const least = e.matches("button, .button, summary, nav a, select, input") ? 44 : 24;
      if (width > least - 0.1 && height > least - 0.1) return [];
      const size = `${Math.round(width)}×${Math.round(height)} px`;
      return [`${name(e)}: ${short(e.textContent)} is ${size}, expected ${least} or more`];
    });
  }

  function colour(text) {
    const pen = new OffscreenCanvas(1, 1).getContext("2d");
    pen.fillStyle = text;
    pen.fillRect(0, 0, 1, 1);
    return [...pen.getImageData(0, 0, 1, 1).data];
  }

  function light(text) {
    const parts = colour(text).slice(0, 3).map((part) => part / 255);
    const linear = parts.map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
  }

  function contrast(one, other) {
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  }

  function paper(element) {
    for (let e = element; e; e = e.parentElement) {
      if (colour(style(e).backgroundColor)[3] > 250) return style(e).backgroundColor;
    }
    return "Canvas";
  }

  // What is wrong with how the focused element is seen, and its place among the stops.
  function isOnTop(part, whole) {
    const area = part.getClientRects()[0] ?? part.getBoundingClientRect();
    const x = (area.left + Math.min(area.right, innerWidth)) / 2;
    const y = (Math.max(area.top, 0) + Math.min(area.bottom, innerHeight)) / 2;
    const top = document.elementFromPoint(x, y);
    return top && (whole.contains(top) || top.contains(whole));
  }

  function focused() {
    const e = document.activeElement;
    // What is inside a frame is a page of its own.
    if (!e || e === document.body || e.localName === "iframe") return { place: -1, faults: [] };
    const { outlineStyle, outlineWidth, outlineColor } = style(e);
    const faults = [];
    if (outlineStyle === "none" || parseFloat(outlineWidth) < 3) {
      faults.push(`${name(e)}: focus is ${outlineStyle} ${outlineWidth}, expected 3 px or more`);
    } else if (contrast(outlineColor, paper(e.parentElement)) < 3) {
      faults.push(`${name(e)}: focus ${outlineColor} is too faint`);
    }
    // A link of a map has room between its mark and its name: one of them is to be seen.
    if (![e, ...e.querySelectorAll("svg *")].some((one) => isOnTop(one, e))) faults.push(`${name(e)}: hidden when it has focus`);
    return { place: stops().indexOf(e), faults };
  }

  const isPaint = (paint) => paint !== "none" && colour(paint)[3] > 99;

  // What a shape is drawn on: the last filled shape before it that holds it, or the paper.
  function ground(shape) {
    const inner = shape.getBoundingClientRect();
    const holds = (e) => {
      const area = e.getBoundingClientRect();
      const isWide = area.left <= inner.left + 1 && area.right >= inner.right - 1;
      return isWide && area.top <= inner.top + 1 && area.bottom >= inner.bottom - 1;
    };
    const shapes = all(SHAPES, shape.closest("svg"));
    const before = shapes.slice(0, shapes.indexOf(shape)).reverse();
    // A line has a fill, but nothing within it to paint.
    const below = before.find((e) => !e.matches("line") && isPaint(style(e).fill) && holds(e));
    return below ? style(below).fill : paper(shape);
  }

  // Shapes of a picture that cannot be told from what they lie on, as in forced colours. Not those
  // that paint nothing, such as the area of a link, nor the paper around a map.
  const SHAPES = "rect, circle, path, polygon, line";
  function faint() {
    const shapes = all("svg").flatMap((svg) => all(SHAPES, svg)).filter(isShown);
    const isSeen = (e, paint) => isPaint(paint) && contrast(paint, ground(e)) >= 3;
    const isDrawn = (e) => isPaint(style(e).fill) || isPaint(style(e).stroke);
    const drawn = shapes.filter((e) => isDrawn(e) && !e.matches(".map-outside"));
    const lost = drawn.filter((e) => !isSeen(e, style(e).fill) && !isSeen(e, style(e).stroke));
    return lost.map((e) => `${name(e)}: ${style(e).fill} and ${style(e).stroke} on ${ground(e)}`);
  }

  // The text that somebody sees; what script adds for comfort is left out.
  const MADE = "button, form, select, [role=status], output, .choices";
  const read = (root = document.body, without = MADE) =>
    texts(root).filter(({ element }) => !element.closest(without)).map(({ node }) => node.data.trim());

  function dress(css) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = css ? [sheet] : [];
  }

  // Every rule that axe has, also those that are off until asked for.
  async function axe(rules = axeRules()) {
    const { violations } = await globalThis.axe.run(document, {
      runOnly: { type: "rule", values: rules },
      resultTypes: ["violations"],
    });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, any }) => `${target.flat().join(" ")}: ${id}: ${any[0]?.message ?? help}`),
    );
  }
  const axeRules = () => globalThis.axe.getRules().map(({ ruleId }) => ruleId);

  const rootSize = () => parseFloat(style(document.documentElement).fontSize);

  async function stored() {
    const kept = [...Object.keys(localStorage), ...Object.keys(sessionStorage)];
    const bases = (await indexedDB.databases()).map((base) => base.name);
    return [...kept, ...bases, ...(document.cookie ? [document.cookie] : [])];
  }

  return { clipped, wide, scrolled, overlaps, stops, targets, focused, faint, read, dress, axe, stored, name, rootSize };
})();
