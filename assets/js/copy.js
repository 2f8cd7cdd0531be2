// A copy button for each text to paste. Without script the text can be selected.
const status = document.querySelector("[data-copied]");

for (const field of document.querySelectorAll(".paste textarea")) {
  const name = field.labels[0].textContent.replace(/^.(?!\p{Lu})/u, (first) => first.toLowerCase());
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button";
  button.textContent = `Kopiera ${name}`;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      field.select();
      document.execCommand("copy");
    }
    button.textContent = "Kopierad";
    status.textContent = `Texten ${name} är kopierad.`;
    setTimeout(() => {
      button.textContent = `Kopiera ${name}`;
      status.textContent = "";
    }, 5000);
  });
  field.parentElement.append(button);
}
