/** First stop of the Tab key: jumps over the navigation to the page itself. */
export function SkipLink() {
  return (
    <a
      href="#main"
      className="fixed top-2 left-2 z-60 -translate-y-20 rounded-control bg-accent px-4 py-2.5 font-semibold text-on-accent focus:translate-y-0 focus:shadow-float"
    >
      Skip to content
    </a>
  );
}
