const address = /(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]}'])/g;

/** A text in which addresses of web pages can be followed. */
export function LinkedText({ text }: { text: string }) {
  let start = 0;
  return text.split(address).map((part, index) => {
    const key = start;
    start += part.length;
    if (index % 2 === 0) return <span key={key}>{part}</span>;
    return (
      <a
        key={key}
        href={part}
        target="_blank"
        rel="noopener noreferrer nofollow"
        className="underline underline-offset-2"
      >
        {part}
      </a>
    );
  });
}
