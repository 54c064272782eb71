"use client";
import { Eye, EyeOff } from "lucide-react";
import { useState } from "react";
import { IconButton } from "@/components/ui/action/icon-button";
import { CopyButton } from "@/components/ui/display/copy-button";

type CopyFieldProps = {
  label: string;
  value: string;
  /** Dots until the reader asks to see it. */
  isSecret?: boolean;
  hint?: string;
};

/** A value to take elsewhere: a webhook address, a key that is shown once. */
export function CopyField({ label, value, isSecret, hint }: CopyFieldProps) {
  const [isShown, setIsShown] = useState(!isSecret);
  return (
    <div className="min-w-0">
      <p className="mb-1.5 text-small font-medium">{label}</p>
      <div className="flex min-h-control items-center gap-0.5 rounded-control border border-line bg-bg pr-1 pl-3">
        <code className="min-w-0 flex-1 truncate font-mono text-small">
          {isShown ? value : "•".repeat(Math.min(24, value.length))}
        </code>
        {isSecret && (
          <IconButton
            size="sm"
            label={isShown ? `Hide ${label}` : `Show ${label}`}
            onClick={() => setIsShown(!isShown)}
            icon={isShown ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
          />
        )}
        <CopyButton text={value} label={`Copy ${label}`} />
      </div>
      {hint && <p className="mt-1.5 text-meta text-muted">{hint}</p>}
    </div>
  );
}
