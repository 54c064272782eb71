"use client";
import { RefreshCw } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Button } from "@/components/ui/action/button";

/** Reads the page's figures again. */
export function RefreshButton() {
  const router = useRouter();
  const [isLoading, start] = useTransition();
  return (
    <Button
      size="sm"
      icon={<RefreshCw aria-hidden />}
      isLoading={isLoading}
      onClick={() => start(() => router.refresh())}
    >
      Refresh
    </Button>
  );
}
