// Examples of the box become pictures: as high as their text, and not stopped at on the way through
// the page. Without script they are pages that can be scrolled and read.
const fit = (frame) => {
  const inside = frame.contentDocument?.documentElement;
  if (inside) frame.height = inside.getBoundingClientRect().height + 2;
};

for (const figure of document.querySelectorAll("figure.live")) {
  const frame = figure.querySelector("iframe");
  figure.inert = true;
  frame.addEventListener("load", () => fit(frame));
  new ResizeObserver(() => fit(frame)).observe(figure);
}
