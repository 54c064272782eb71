"use client";
import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { IconButton } from "@/components/ui/action/icon-button";
import { toast } from "@/components/ui/overlay/toast";

/** Copies a text and says so: a check for two seconds, and words for screen readers. */
export function CopyButton({ text, label = "Copy" }: { text: string; label?: string }) {
  const [isCopied, setIsCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setIsCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [isCopied]);

  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setIsCopied(true);
    } catch {
      toast.error("Couldn't copy", {
        description: "The browser refused. Select the text and copy it by hand.",
      });
    }
  }

  return (
    <>
      <IconButton
        size="sm"
        label={label}
        onClick={copy}
        icon={isCopied ? <Check className="text-good" aria-hidden /> : <Copy aria-hidden />}
      />
      <span role="status" className="sr-only">
        {isCopied && "Copied"}
      </span>
    </>
  );
}
