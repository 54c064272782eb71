// Runs before the first paint: the remembered choice, else what the system prefers.
const remembered = localStorage.getItem("handset.theme");
const prefersDark = matchMedia("(prefers-color-scheme: dark)").matches;
document.documentElement.dataset.theme = remembered ?? (prefersDark ? "dark" : "light");
