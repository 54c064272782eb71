"use client";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { firstStepsQuery } from "@/components/inbox/data/queries";
import { FirstSteps } from "@/components/inbox/start/first-steps";
import { useHidden } from "@/components/inbox/start/use-hidden";

/** The first steps of a new business for as long as some are left; then whatever else stands here. */
export function FirstStepsOr({ children }: { children: ReactNode }) {
  const { data: steps } = useQuery(firstStepsQuery);
  const [wereLeft] = useState(() => steps && Object.values(steps).includes(false));
  const [isHidden, hide] = useHidden("first-steps");
  if (!steps || isHidden || (!wereLeft && !Object.values(steps).includes(false))) return children;
  return <FirstSteps steps={steps} onHide={hide} />;
}
