"use client";
import { Tooltip as Primitive } from "radix-ui";
import type { ReactNode } from "react";
import { FloatRegion } from "@/components/ui/float-region";
import { Kbd } from "@/components/ui/kbd";

/** Stands once, at the root of the page; shares the delay between neighbouring tooltips. */
export function TooltipProvider({ children }: { children: ReactNode }) {
  return (
    <Primitive.Provider delayDuration={350} skipDelayDuration={200}>
      {children}
    </Primitive.Provider>
  );
}

type TooltipProps = {
  label: ReactNode;
  /** Keys that do the same, shown after the label: ["Mod", "K"]. */
  keys?: string[];
  side?: "top" | "right" | "bottom" | "left";
  /** One element that takes a ref. */
  children: ReactNode;
};

/** A word about the control under the pointer. Never the only place where something is said. */
export function Tooltip({ label, keys, side = "top", children }: TooltipProps) {
  return (
    <Primitive.Root>
      <Primitive.Trigger asChild>{children}</Primitive.Trigger>
      <Primitive.Portal>
        <FloatRegion>
          <Primitive.Content
            side={side}
            sideOffset={6}
            collisionPadding={8}
            className="z-60 flex max-w-64 animate-fade items-center gap-2 rounded-control bg-rail px-2.5 py-1.5 text-meta text-rail-text shadow-float"
          >
            {label}
            {keys && <Kbd keys={keys} tone="rail" />}
          </Primitive.Content>
        </FloatRegion>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
